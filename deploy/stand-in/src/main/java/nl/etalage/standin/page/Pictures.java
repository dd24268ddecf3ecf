package nl.etalage.standin.page;

import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import nl.etalage.standin.account.Account;
import nl.etalage.standin.account.Accounts;
import nl.etalage.standin.html.Html;
import nl.etalage.standin.media.Media;
import nl.etalage.standin.media.MediaLibrary;

/** What the pages show besides text: posted pictures, avatars, and their own style. */
final class Pictures {
    private static final String SVG = "image/svg+xml; charset=utf-8";

    private final Accounts accounts;
    private final MediaLibrary library;

    Pictures(Accounts accounts, MediaLibrary library) {
        this.accounts = accounts;
        this.library = library;
    }

    void mount(Router router) {
        router.get("/style.css").handler(resource("style.css", "text/css; charset=utf-8"));
        router.get("/icon.svg").handler(resource("icon.svg", SVG));
        router.get("/header.svg").handler(resource("header.svg", SVG));
        router.getWithRegex("/avatars/(?<name>[^/]+)\\.svg").handler(this::avatar);
        router.get("/media/:id/:file").handler(this::media);
    }

    private void media(RoutingContext context) {
        Optional<Media> found = PageServing.number(context.pathParam("id")).flatMap(library::find);
        String path = context.request().path();
        if (found.filter(media -> media.path().equals(path)).isPresent()) {
            context.response()
                    .putHeader("Content-Type", found.get().picture().mediaType())
                    .sendFile(library.file(found.get()).toString());
        } else if (found.filter(media -> media.previewPath().equals(path)).isPresent()) {
            context.response()
                    .putHeader("Content-Type", "image/jpeg")
                    .sendFile(library.preview(found.get()).toString());
        } else {
            context.fail(404);
        }
    }

    private void avatar(RoutingContext context) {
        Optional<Account> account = accounts.named(context.pathParam("name"));
        if (account.isEmpty()) {
            context.fail(404);
            return;
        }
        String name = account.get().name();
        Html svg = Html.of(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 48 48\">"
                        + "<rect width=\"48\" height=\"48\" rx=\"10\" fill=\"hsl({}, 45%, 32%)\"/>"
                        + "<text x=\"24\" y=\"33\" text-anchor=\"middle\" font-family=\"sans-serif\" font-size=\"26\""
                        + " font-weight=\"bold\" fill=\"#fff\">{}</text></svg>",
                Math.floorMod(name.hashCode(), 360), name.substring(0, 1).toUpperCase(Locale.ROOT));
        context.response().putHeader("Content-Type", SVG).end(svg.markup());
    }

    private static Handler<RoutingContext> resource(String name, String type) {
        try (InputStream bytes = Pictures.class.getResourceAsStream("/nl/etalage/standin/page/" + name)) {
            String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            return context -> context.response().putHeader("Content-Type", type).end(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
