package nl.etalage.shops.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.etalage.problem.Sentences;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts a letter into its reader's language, as plain text and as HTML. */
@ApplicationScoped
class Wording {

    private static final String BUNDLE = "nl.etalage.shops.mails";

    private final Template html;
    private final Template text;
    private final URI publicUrl;

    Wording(
            @Location("mail.html") Template html,
            @Location("mail.txt") Template text,
            @ConfigProperty(name = "etalage.public-url") URI publicUrl) {
        this.html = html;
        this.text = text;
        this.publicUrl = publicUrl;
    }

    /** The mail; its Message-ID is the same at every try, so that the receiver's server recognises it. */
    Mail mail(UUID id, Letter letter) {
        Sentences sentences = Sentences.forHeader(letter.locale());
        List<Object> arguments = new ArrayList<>(letter.arguments());
        String kind = letter.kind().word();
        Page page = new Page(
                sentences.language().toLanguageTag(),
                sentences.sentence(BUNDLE, kind + ".subject", arguments),
                paragraphs(sentences, kind + ".before", arguments),
                paragraphs(sentences, kind + ".after", arguments),
                publicUrl + letter.path(),
                sentences.sentence(BUNDLE, kind + ".button", arguments));
        return new Mail()
                .addTo(letter.to())
                .setSubject(page.subject())
                .setText(text.data("mail", page).render())
                .setHtml(html.data("mail", page).render())
                .addHeader("Message-ID", "<" + id + "@" + publicUrl.getHost() + ">")
                .addHeader("Auto-Submitted", "auto-generated");
    }

    /** Paragraphs stand in one sentence of the bundle, with an empty line between them. */
    private static List<String> paragraphs(Sentences sentences, String key, List<Object> arguments) {
        return List.of(sentences.sentence(BUNDLE, key, arguments).split("\n\n"));
    }

    /** What the templates show. */
    record Page(String language, String subject, List<String> before, List<String> after, String link, String button) {}
}
