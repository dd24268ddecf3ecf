package nl.etalage.gateway.contract;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.etalage.gateway.Frame;
import nl.etalage.gateway.GatewaySettings;
import nl.etalage.problem.Sentences;
import org.jboss.resteasy.reactive.RestResponse;

/** The API document as a page for people, without a script. */
@Path("/api/docs")
public class DocsResource {

    private final DocsPage page;
    private final Map<Locale, String> written = new ConcurrentHashMap<>();

    DocsResource(ApiDocument document, GatewaySettings settings) {
        page = new DocsWriter(document, settings.publicUrl().toString()).write();
    }

    @CheckedTemplate(basePath = "contract")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance docs(Frame frame, DocsPage page);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public RestResponse<String> show(HttpServerRequest request) {
        Locale locale =
                Sentences.forHeader(request.getHeader("Accept-Language")).language();
        String html = written.computeIfAbsent(locale, language -> Templates.docs(Frame.impersonal(language), page)
                .setLocale(language)
                .render());
        return RestResponse.ResponseBuilder.ok(html)
                .header("Cache-Control", "private, max-age=300")
                .header("Vary", "Accept-Language")
                .build();
    }
}
