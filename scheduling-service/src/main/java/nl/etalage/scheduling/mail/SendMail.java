package nl.etalage.scheduling.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/** Sends one due mail to the people it is for, each in their own language. */
@ApplicationScoped
class SendMail {

    private static final Logger LOG = Logger.getLogger(SendMail.class);

    private final DueMails mails;
    private final Recipients recipients;
    private final Wording wording;
    private final Mailer mailer;

    SendMail(DueMails mails, Recipients recipients, Wording wording, Mailer mailer) {
        this.mails = mails;
        this.recipients = recipients;
        this.wording = wording;
        this.mailer = mailer;
    }

    /** Sends the next; false when none is due. */
    boolean next() {
        return mails.take().map(this::send).orElse(false);
    }

    private boolean send(DueMails.Taken taken) {
        Letter letter = taken.letter();
        try {
            List<ShopsService.Contact> people = recipients.of(letter);
            if (people.isEmpty()) {
                mails.failed(taken, "No one at " + letter.shop() + " has a mail address");
                return true;
            }
            mailer.send(
                    people.stream().map(person -> wording.mail(letter, person)).toArray(Mail[]::new));
            mails.sent(letter);
        } catch (WebApplicationException | ProcessingException | CompletionException | IllegalStateException away) {
            LOG.warnf("Mail %s waits, after try %d: %s", letter.id(), taken.tries(), away.getMessage());
            mails.failed(taken, String.valueOf(away.getMessage()));
        }
        return true;
    }
}
