package nl.etalage.scheduling.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import nl.etalage.problem.Sentences;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts a letter into one person's language, as plain text and as HTML. */
@ApplicationScoped
class Wording {

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
    Mail mail(Letter letter, ShopsService.Contact person) {
        Sentences sentences = Sentences.forHeader(person.locale());
        Page page = new Page(
                sentences.language().toLanguageTag(),
                letter.subject().in(sentences),
                letter.paragraphs().stream()
                        .map(paragraph -> paragraph.in(sentences))
                        .toList(),
                letter.text(),
                publicUrl + letter.path(),
                letter.button().in(sentences));
        return new Mail()
                .addTo(person.email())
                .setSubject(page.subject())
                .setText(text.data("mail", page).render())
                .setHtml(html.data("mail", page).render())
                .addHeader(
                        "Message-ID",
                        "<" + letter.id() + "." + (person.member() == null ? "shop" : person.member()) + "@"
                                + publicUrl.getHost() + ">")
                .addHeader("Auto-Submitted", "auto-generated");
    }

    /** What the templates show. */
    record Page(String language, String subject, List<String> paragraphs, String text, String link, String button) {}
}
