package nl.etalage.standin.page;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import nl.etalage.standin.html.Html;

/** Sends pages to a browser that trusts nothing in them but our own style and pictures. */
final class PageServing {
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Vertx vertx;

    PageServing(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Headers for everything a browser may open, pictures and mail too. */
    static void protect(RoutingContext context) {
        context.response()
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer");
        context.next();
    }

    Handler<RoutingContext> to(PageMaker maker) {
        return context -> vertx.executeBlocking(() -> maker.make(context), false)
                .onSuccess(page ->
                        page.ifPresentOrElse(html -> send(context.response(), 200, html), () -> context.fail(404)))
                .onFailure(context::fail);
    }

    static void sendFailure(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        int status = context.statusCode() < 400 ? 500 : context.statusCode();
        String title = status == 404 ? "Deze pagina is er niet" : "Dit lukt niet";
        Html content = Html.of(
                "<h1>{}</h1>\n<p>Misschien is het bericht weggehaald. <a href=\"/\">Naar alle accounts</a></p>", title);
        send(response, status, Layout.page(title, content));
    }

    static String query(RoutingContext context, String name) {
        return context.queryParam(name).stream().findFirst().orElse("");
    }

    static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static void send(HttpServerResponse response, int status, Html page) {
        response.setStatusCode(status)
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .end(page.markup());
    }
}
