package nl.etalage.standin.page;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.etalage.standin.html.Html;
import nl.etalage.standin.mail.Mail;
import nl.etalage.standin.mail.MailFolder;

/** The mail that came in, for people to read and click. */
final class MailPages {
    private static final int MAILS = 20;
    /** Also to localhost: in the demo that is where the links lead. The last character is no end of a sentence. */
    private static final Pattern LINK =
            Pattern.compile("https?://[^\\s<>\"'\\[\\]]{0,2000}[^\\s<>\"'\\[\\]().,;:!?]", Pattern.CASE_INSENSITIVE);

    private final MailFolder folder;

    MailPages(MailFolder folder) {
        this.folder = folder;
    }

    void mount(Router router, PageServing serving) {
        router.get("/mail").handler(serving.to(this::list));
        router.getWithRegex("/mail/(?<name>[^/]+)\\.eml").handler(this::source);
    }

    private Optional<Html> list(RoutingContext context) throws IOException {
        List<Mail> mails = folder.newest(PageServing.query(context, "before"), MAILS);
        Html shown = mails.isEmpty()
                ? Html.of("<p class=\"empty\">Er is geen mail.</p>")
                : Html.join(mails.stream().map(MailPages::card));
        String last = mails.isEmpty() ? "" : mails.get(mails.size() - 1).name();
        return Optional.of(Layout.page(
                "Mail", Html.of("<h1>Mail</h1>\n{}{}", shown, Layout.older("/mail", last, mails.size() == MAILS))));
    }

    private static Html card(Mail mail) {
        return Html.of(
                """
                <article class="mail" id="mail-{}" aria-labelledby="subject-{}">
                <h2 id="subject-{}">{}</h2>
                <p class="meta">Aan {}<br>Van {}<br>{}</p>
                <div class="text">{}</div>
                <p class="meta"><a href="/mail/{}.eml">Bestand met de hele mail</a></p>
                </article>
                """,
                mail.name(),
                mail.name(),
                mail.name(),
                mail.subject(),
                mail.to(),
                mail.from(),
                Layout.moment(mail.receivedAt()),
                withLinks(mail.text().strip()),
                mail.name());
    }

    private static Html withLinks(String text) {
        List<Html> parts = new ArrayList<>();
        Matcher links = LINK.matcher(text);
        int from = 0;
        while (links.find()) {
            parts.add(Html.of(
                    "{}<a href=\"{}\">{}</a>", text.substring(from, links.start()), links.group(), links.group()));
            from = links.end();
        }
        parts.add(Html.of("{}", text.substring(from)));
        return Html.join(parts.stream());
    }

    private void source(RoutingContext context) {
        folder.source(context.pathParam("name"))
                .ifPresentOrElse(
                        file -> context.response()
                                .putHeader("Content-Type", "text/plain; charset=utf-8")
                                .sendFile(file.toString()),
                        () -> context.fail(404));
    }
}
