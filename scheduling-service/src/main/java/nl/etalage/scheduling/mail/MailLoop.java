package nl.etalage.scheduling.mail;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import nl.etalage.scheduling.ops.BackgroundLoop;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends mails as they become due. */
@ApplicationScoped
class MailLoop {

    /** An offer is in the person's mailbox within about this time after its moment. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final SendMail send;
    private final boolean enabled;
    private BackgroundLoop loop;

    MailLoop(SendMail send, @ConfigProperty(name = "etalage.mail.enabled", defaultValue = "true") boolean enabled) {
        this.send = send;
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            loop = BackgroundLoop.start("mail", PAUSE, this::round);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.close();
        }
    }

    private void round() {
        while (send.next()) {
            // There is more.
        }
    }
}
