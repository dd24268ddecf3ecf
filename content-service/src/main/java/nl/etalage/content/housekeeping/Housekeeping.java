package nl.etalage.content.housekeeping;

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

/** Forgets every hour, on one of the instances, as the worker role: the application may not delete any of it. */
@ApplicationScoped
class Housekeeping {

    private static final Duration PAUSE = Duration.ofHours(1);

    private final AgroalDataSource worker;
    private final Forget forget;
    private final HousekeepingConfig config;
    private Scheduler scheduler;

    Housekeeping(@DataSource("worker") AgroalDataSource worker, Forget forget, HousekeepingConfig config) {
        this.worker = worker;
        this.forget = forget;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (!config.enabled()) {
            return;
        }
        RecurringTask<Void> task =
                Tasks.recurring("forget", FixedDelay.of(PAUSE)).execute((instance, context) -> forget.run());
        scheduler = Scheduler.create(worker)
                .startTasks(task)
                .threads(1)
                // An hourly task that starts a minute late is in time.
                .pollingInterval(Duration.ofMinutes(1))
                .pollUsingLockAndFetch(0.5, 1.0)
                .schedulerName(() -> "content-service")
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
