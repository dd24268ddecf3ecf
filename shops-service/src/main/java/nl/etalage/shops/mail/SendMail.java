package nl.etalage.shops.mail;

import io.quarkus.mailer.Mailer;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/** Sends one due mail. What a server refuses for good is not tried again; anything else is, ever more slowly. */
@ApplicationScoped
class SendMail {

    private static final Logger LOG = Logger.getLogger(SendMail.class);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);
    private static final int DOUBLINGS = 9;

    /** As long as mail servers themselves try (RFC 5321, section 4.5.4.1: four to five days). */
    private static final Duration GIVES_UP_AFTER = Duration.ofDays(4);

    private final DueMails mails;
    private final Instance<LetterWriter> writers;
    private final Wording wording;
    private final Mailer mailer;
    private final Clock clock;

    SendMail(DueMails mails, Instance<LetterWriter> writers, Wording wording, Mailer mailer, Clock clock) {
        this.mails = mails;
        this.writers = writers;
        this.wording = wording;
        this.mailer = mailer;
        this.clock = clock;
    }

    /** Sends the next; false when none is due. */
    boolean next() {
        Optional<DueMails.Due> due = mails.take();
        due.ifPresent(this::send);
        return due.isPresent();
    }

    private void send(DueMails.Due mail) {
        LetterWriter writer = writers.stream()
                .filter(candidate -> candidate.kinds().contains(mail.kind()))
                .findFirst()
                .orElseThrow();
        // Committed before the mail goes: a link that arrives must work, even if we die right after.
        Optional<Letter> letter = mails.transaction(connection -> writer.write(connection, mail.kind(), mail.target()));
        try {
            if (letter.isPresent()) {
                mailer.send(wording.mail(mail.id(), letter.get()));
            }
        } catch (CompletionException | IllegalStateException | IllegalArgumentException failure) {
            failed(mail, writer, failure);
            return;
        }
        mails.transaction(connection -> {
            mails.done(connection, mail);
            if (letter.isPresent()) {
                writer.sent(connection, mail.kind(), mail.target());
            }
            return null;
        });
    }

    private void failed(DueMails.Due mail, LetterWriter writer, RuntimeException failure) {
        Optional<SMTPException> refusal = refusal(failure);
        boolean forGood = refusal.map(SMTPException::isPermanent).orElse(false)
                || failure instanceof IllegalArgumentException
                || mail.since().plus(GIVES_UP_AFTER).isBefore(clock.instant());
        // The server's own words may repeat the address.
        String why = refusal.map(said -> "refused with " + said.getReplyCode())
                .orElse(failure.getClass().getSimpleName());
        LOG.warnf("Mail %s did not go at try %d%s: %s", mail.id(), mail.tries(), forGood ? ", the last" : "", why);
        mails.transaction(connection -> {
            mails.failed(connection, mail, forGood ? null : again(mail.tries()), why);
            if (forGood) {
                writer.failed(connection, mail.kind(), mail.target(), why);
            }
            return null;
        });
    }

    private Instant again(int tries) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(tries - 1, DOUBLINGS));
        return clock.instant().plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
    }

    private static Optional<SMTPException> refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException said) {
                return Optional.of(said);
            }
        }
        return Optional.empty();
    }
}
