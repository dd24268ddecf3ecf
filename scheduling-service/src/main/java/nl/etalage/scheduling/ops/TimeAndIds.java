package nl.etalage.scheduling.ops;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** The two sources a rule may not reach for itself. */
class TimeAndIds {

    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    @DefaultBean
    Ids ids() {
        return () -> UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
