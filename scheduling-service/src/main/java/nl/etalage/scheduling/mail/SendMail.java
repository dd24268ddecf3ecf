package nl.etalage.scheduling.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletionException;
import nl.etalage.problem.Sentences;
import nl.etalage.scheduling.ops.ServiceToken;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Sends one due mail to the people it is for, each in their own language. */
@ApplicationScoped
class SendMail {

    private static final Logger LOG = Logger.getLogger(SendMail.class);

    private final DueMails mails;
    private final ShopsService shops;
    private final ServiceToken token;
    private final Mailer mailer;
    private final Template html;
    private final Template text;
    private final URI publicUrl;

    SendMail(
            DueMails mails,
            @RestClient ShopsService shops,
            ServiceToken token,
            Mailer mailer,
            @Location("mail.html") Template html,
            @Location("mail.txt") Template text,
            @ConfigProperty(name = "etalage.public-url") URI publicUrl) {
        this.mails = mails;
        this.shops = shops;
        this.token = token;
        this.mailer = mailer;
        this.html = html;
        this.text = text;
        this.publicUrl = publicUrl;
    }

    /** Sends the next; false when none is due. */
    boolean next() {
        return mails.take().map(this::send).orElse(false);
    }

    private boolean send(DueMails.Taken taken) {
        Letter letter = taken.letter();
        try {
            List<ShopsService.Contact> people = people(letter);
            if (people.isEmpty()) {
                mails.failed(taken, "No one at " + letter.shop() + " has a mail address");
                return true;
            }
            mailer.send(people.stream().map(person -> mail(letter, person)).toArray(Mail[]::new));
            mails.sent(letter);
        } catch (WebApplicationException | ProcessingException | CompletionException | IllegalStateException away) {
            LOG.warnf("Mail %s waits, after try %d: %s", letter.id(), taken.tries(), away.getMessage());
            mails.failed(taken, String.valueOf(away.getMessage()));
        }
        return true;
    }

    private List<ShopsService.Contact> people(Letter letter) {
        ShopsService.Contacts found = shops.contacts("Bearer " + token.get(), letter.shop());
        List<ShopsService.Contact> all = found.items() == null
                ? List.of()
                : found.items().stream()
                        .filter(person ->
                                person.email() != null && !person.email().isBlank())
                        .toList();
        List<ShopsService.Contact> creator = all.stream()
                .filter(person -> letter.toCreator()
                        && letter.creator() != null
                        && letter.creator().equals(person.member()))
                .toList();
        List<ShopsService.Contact> managers =
                all.stream().filter(person -> "manager".equals(person.role())).toList();
        return !creator.isEmpty() ? creator : !managers.isEmpty() ? managers : all;
    }

    private Mail mail(Letter letter, ShopsService.Contact person) {
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
                .addHeader("Message-ID", "<" + letter.id() + "." + person.member() + "@" + publicUrl.getHost() + ">")
                .addHeader("Auto-Submitted", "auto-generated");
    }

    /** What the templates show. */
    record Page(String language, String subject, List<String> paragraphs, String text, String link, String button) {}
}
