package nl.etalage.scheduling.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import nl.etalage.ratelimit.Stock;

/** How much one shop may ask of this service, all its people and machines together, on one instance. */
@ConfigMapping(prefix = "etalage.shop-limits")
interface ShopLimitSettings {

    /** Publications planned or given a fresh text: each asks content-service for a rendering. */
    Limit publications();

    /** Shops counted at a time, about 500 bytes each; beyond it the quietest are forgotten. */
    @WithDefault("20000")
    long shops();

    /** A pace that can go on for ever, and a stock for when it was quiet. */
    interface Limit {

        /** At once after a quiet time, at least 1. A campaign of a season on five channels is some 300. */
        @WithDefault("600")
        long burst();

        /** A minute, at least 1. */
        @WithDefault("120")
        long perMinute();

        /** The same as a stock. */
        default Stock stock() {
            return new Stock(burst(), perMinute(), Duration.ofMinutes(1));
        }
    }
}
