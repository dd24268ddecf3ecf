package nl.etalage.shops.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import nl.etalage.ratelimit.Stock;

/** How much one shop may ask of this service, all its people together, on one instance. */
@ConfigMapping(prefix = "etalage.shop-limits")
interface ShopLimitSettings {

    /** See {@link Measure#CHANGES}. */
    Limit changes();

    /** See {@link Measure#LETTERS}. */
    Limit letters();

    /** See {@link Measure#CLIENTS}. */
    Limit clients();

    /** See {@link Measure#ASSORTMENTS}. */
    Limit assortments();

    /** Shops counted at a time for each, about 500 bytes; beyond it the quietest are forgotten. */
    @WithDefault("20000")
    long shops();

    /** A pace that can go on for ever, and a stock for when it was quiet; application.properties has the numbers. */
    interface Limit {

        /** At once after a quiet time, at least 1. */
        long burst();

        /** A minute, at least 1. */
        long perMinute();

        /** The same as a stock. */
        default Stock stock() {
            return new Stock(burst(), perMinute(), Duration.ofMinutes(1));
        }
    }

    /** The limit of one measure. */
    default Limit of(Measure measure) {
        return switch (measure) {
            case CHANGES -> changes();
            case LETTERS -> letters();
            case CLIENTS -> clients();
            case ASSORTMENTS -> assortments();
        };
    }
}
