package nl.etalage.content.ops;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** The two sources a rule may not reach for itself. */
class TimeAndIds {

    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        // As precise as the database, so that an instant is the same before and after it was stored.
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }

    @Produces
    @Singleton
    @DefaultBean
    Ids ids() {
        return () -> UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
