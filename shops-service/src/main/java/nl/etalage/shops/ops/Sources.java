package nl.etalage.shops.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** The two things no rule may make by itself: the present moment and new ids. */
@ApplicationScoped
class Sources {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Ids ids() {
        return () -> UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
