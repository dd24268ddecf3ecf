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

/** Refuses the NUL character, which PostgreSQL cannot store, wherever text comes in: body, path and query. */
@Singleton
public class RefuseNul implements ObjectMapperCustomizer {

    private static final String NUL = "\u0000";

    @Override
    public void customize(ObjectMapper mapper) {
        // One of two fields of the same name would be lost, and a record with one field breaks on it.
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.registerModule(new SimpleModule("refuse-nul").addDeserializer(String.class, new NulFreeText()));
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

    private static final class NulFreeText extends StdScalarDeserializer<String> {

        NulFreeText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = StringDeserializer.instance.deserialize(parser, context);
            if (text != null && text.contains(NUL)) {
                return (String) context.handleWeirdStringValue(String.class, "…", "contains NUL");
            }
            return text;
        }
    }
}
