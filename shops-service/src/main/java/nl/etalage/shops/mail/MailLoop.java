package nl.etalage.shops.mail;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Sends mails as they become due, by any number of instances. */
@ApplicationScoped
class MailLoop {

    private static final Logger LOG = Logger.getLogger(MailLoop.class);

    /** Somebody who was just invited over the telephone is waiting for it. */
    private static final long PAUSE_MILLIS = 500;

    private static final long STOP_SECONDS = 5;

    private final SendMail send;
    private final boolean enabled;
    private ScheduledExecutorService thread;
    private boolean failing;

    MailLoop(SendMail send, @ConfigProperty(name = "etalage.mail.enabled", defaultValue = "true") boolean enabled) {
        this.send = send;
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            thread = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread created = new Thread(task, "mail");
                created.setDaemon(true);
                return created;
            });
            var rounds = thread.scheduleWithFixedDelay(this::guarded, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            LOG.debugf("Mail is sent as it becomes due: %s", rounds);
        }
    }

    /** An executor forgets a task that throws; this work must go on, whatever one round met. */
    private void guarded() {
        try {
            while (send.next()) {
                failing = false;
            }
        } catch (RuntimeException failure) {
            if (!failing && !thread.isShutdown()) {
                LOG.warnf("Mail will be tried again: %s", failure.getMessage());
            }
            failing = true;
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (thread != null) {
            thread.shutdown();
            thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        }
    }
}
