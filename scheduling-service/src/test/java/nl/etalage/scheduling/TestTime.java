package nl.etalage.scheduling;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import nl.etalage.testing.SettableClock;

/** The service's clock in tests: runs until a test sets it. */
class TestTime {

    @Produces
    @Singleton
    SettableClock clock() {
        return new SettableClock();
    }
}
