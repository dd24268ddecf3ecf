package nl.etalage.scheduling.housekeeping;

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
import nl.etalage.scheduling.channel.SealAnew;

/** Every hour, on one of the instances: forgets what is old, and seals credentials with the newest key. */
@ApplicationScoped
class Housekeeping {

    private static final Duration PAUSE = Duration.ofHours(1);

    private final AgroalDataSource worker;
    private final Forget forget;
    private final SealAnew seal;
    private final HousekeepingConfiguration configuration;
    private Scheduler scheduler;

    Housekeeping(
            @DataSource("worker") AgroalDataSource worker,
            Forget forget,
            SealAnew seal,
            HousekeepingConfiguration configuration) {
        this.worker = worker;
        this.forget = forget;
        this.seal = seal;
        this.configuration = configuration;
    }

    void start(@Observes StartupEvent event) {
        if (!configuration.enabled()) {
            return;
        }
        RecurringTask<Void> forgetting =
                Tasks.recurring("forget", FixedDelay.of(PAUSE)).execute((instance, context) -> forget.run());
        RecurringTask<Void> sealing =
                Tasks.recurring("seal-anew", FixedDelay.of(PAUSE)).execute((instance, context) -> seal.run());
        scheduler = Scheduler.create(worker)
                .startTasks(forgetting, sealing)
                .threads(1)
                // An hourly task that starts a minute late is in time.
                .pollingInterval(Duration.ofMinutes(1))
                .pollUsingLockAndFetch(0.5, 1.0)
                .schedulerName(() -> "scheduling-service")
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
