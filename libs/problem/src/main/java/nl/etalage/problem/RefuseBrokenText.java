package nl.etalage.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.IOException;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses text that PostgreSQL cannot store as it was sent: NUL, wherever text comes in (body, path and query), and in a
 * body half of a character of two UTF-16 units, such as half an emoji, which would silently become a question mark.
 */
@Singleton
public class RefuseBrokenText implements ObjectMapperCustomizer {

    private static final String NUL = "\u0000";

    @Override
    public void customize(ObjectMapper mapper) {
        // One of two fields of the same name would be lost, and a record with one field breaks on it.
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.registerModule(new SimpleModule("refuse-broken-text").addDeserializer(String.class, new WholeText()));
    }

    @ServerRequestFilter(preMatching = true)
    public void refuse(ContainerRequestContext request) {
        var uri = request.getUriInfo();
        boolean inQuery = uri.getQueryParameters().entrySet().stream()
                .anyMatch(parameter -> parameter.getKey().contains(NUL)
                        || parameter.getValue().stream().anyMatch(value -> value.contains(NUL)));
        if (inQuery || uri.getPath().contains(NUL) || uri.getPath().contains("%00")) {
            throw HttpProblem.INVALID_REQUEST.because();
        }
    }

    /** Whether a text would not come back as it is; for who reads JSON as a tree. */
    public static boolean broken(String text) {
        for (int at = 0; at < text.length(); at++) {
            char one = text.charAt(at);
            if (one == 0) {
                return true;
            }
            if (Character.isSurrogate(one)) {
                at++;
                if (at == text.length() || !Character.isSurrogatePair(one, text.charAt(at))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static final class WholeText extends StdScalarDeserializer<String> {

        WholeText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = StringDeserializer.instance.deserialize(parser, context);
            if (text != null && broken(text)) {
                return (String) context.handleWeirdStringValue(String.class, "…", "can't be stored");
            }
            return text;
        }
    }
}
