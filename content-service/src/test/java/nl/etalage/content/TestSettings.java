package nl.etalage.content;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import nl.etalage.testing.ServicePostgres;
import nl.etalage.testing.SettableClock;
import nl.etalage.testing.TestIssuer;

/** What every test of the running service stands on: a real database, a real issuer, and a clock it can set. */
@QuarkusTestResource(value = ServicePostgres.class, initArgs = @ResourceArg(name = "service", value = "content"))
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(ShopsNeighbour.class)
public class TestSettings {

    /** The clock of the running service. */
    public static final SettableClock CLOCK = new SettableClock();

    /**
     * Lets the clock run again, once all is told of that the time it stood at has changed: what was told later would come
     * into another test.
     */
    public static void timeGoesOn() {
        try {
            Network.eventually(() -> BackgroundWork.hasPassed(CLOCK.instant()));
        } finally {
            CLOCK.release();
        }
    }

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    Clock clock() {
        return CLOCK;
    }
}
