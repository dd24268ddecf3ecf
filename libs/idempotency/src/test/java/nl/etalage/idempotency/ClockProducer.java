package nl.etalage.idempotency;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import nl.etalage.testing.SettableClock;

class ClockProducer {

    @Produces
    @Singleton
    SettableClock settable() {
        return new SettableClock();
    }
}
