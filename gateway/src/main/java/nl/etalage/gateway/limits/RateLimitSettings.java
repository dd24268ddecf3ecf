package nl.etalage.gateway.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import nl.etalage.ratelimit.Stock;

/** How often one caller may come. */
@ConfigMapping(prefix = "etalage.limits")
interface RateLimitSettings {

    /** For each person and each machine, whatever address or token they use. */
    Limit credential();

    /** For each address, all calls together of which nobody knows who makes them. */
    Limit address();

    /** Callers of each kind counted at a time, about 500 bytes each; beyond it the quietest are forgotten. */
    @WithDefault("20000")
    long callers();

    /** A steady pace, and a stock for when it was quiet. */
    interface Limit {

        /** Requests a second, at least 1, that can go on for ever. */
        @WithDefault("200")
        long perSecond();

        /** Requests at once after a quiet time, at least 1. */
        @WithDefault("1000")
        long burst();

        /** The same as a stock. */
        default Stock stock() {
            return new Stock(burst(), perSecond(), Duration.ofSeconds(1));
        }
    }
}
