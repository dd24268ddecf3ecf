package nl.etalage.shops.housekeeping;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * Forgets what is too old, every hour, and keeps the provider's clients as integrations want them, every few seconds;
 * each on one of the instances. Works as the worker role on its own small pool, for the
 * application role may not delete any of it.
 */
@ApplicationScoped
class Housekeeping {

    private static final Duration PAUSE = Duration.ofHours(1);

    private final AgroalDataSource worker;
    private final Forgetting forgetting;
    private final ClientUpkeep clientUpkeep;
    private final HousekeepingConfig config;
    private Scheduler scheduler;

    Housekeeping(
            @DataSource("worker") AgroalDataSource worker,
            Forgetting forgetting,
            ClientUpkeep clientUpkeep,
            HousekeepingConfig config) {
        this.worker = worker;
        this.forgetting = forgetting;
        this.clientUpkeep = clientUpkeep;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (!config.enabled()) {
            return;
        }
        RecurringTask<Void> forget =
                Tasks.recurring("forget", FixedDelay.of(PAUSE)).execute((instance, context) -> forgetting.run());
        RecurringTask<Void> keepClients = Tasks.recurring("clients", FixedDelay.of(config.clientsEvery()))
                .execute((instance, context) -> clientUpkeep.run());
        scheduler = Scheduler.create(worker)
                .startTasks(forget, keepClients)
                // One that waits for the provider must not keep the other waiting.
                .threads(2)
                .pollingInterval(config.clientsEvery())
                .pollUsingLockAndFetch(0.5, 1.0)
                .schedulerName(() -> "shops-service")
                .shutdownMaxWait(Duration.ofSeconds(5))
                .build();
        scheduler.start();
    }

    void stop(@Observes ShutdownEvent event) {
        if (scheduler != null) {
            scheduler.stop();
        }
    }
}
