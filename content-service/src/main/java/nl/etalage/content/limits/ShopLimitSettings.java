package nl.etalage.content.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import nl.etalage.ratelimit.Stock;

/** How much one shop may ask of this service, all its people and machines together, on one instance. */
@ConfigMapping(prefix = "etalage.shop-limits")
interface ShopLimitSettings {

    /** Pictures sent: each costs disk, and a second of a processor for its forms. */
    Uploads uploads();

    /** Renderings: each fills a text and checks its pictures. */
    Renderings renderings();

    /** Pulls of the library or of one story in it. */
    Pulls pulls();

    /** Looks at a feed, by each of its keys. */
    Feeds feeds();

    /** Shops counted at a time for each, about 500 bytes; beyond it the quietest are forgotten. */
    @WithDefault("20000")
    long shops();

    /** At most so much at once, and a pace that can go on for ever. */
    interface Uploads {

        /** At once after a quiet time, at least 1. */
        @WithDefault("300")
        long burst();

        /** A minute, at least 1. */
        @WithDefault("60")
        long perMinute();
    }

    /** At most so much at once, and a pace that can go on for ever. */
    interface Renderings {

        /** At once after a quiet time, at least 1. */
        @WithDefault("1200")
        long burst();

        /** A minute, at least 1. */
        @WithDefault("600")
        long perMinute();
    }

    /** At most so much at once, and a pace that can go on for ever. */
    interface Pulls {

        /** At once after a quiet time, at least 1. */
        @WithDefault("2000")
        long burst();

        /** A minute, at least 1. A webshop that asks at every page view is better served by its own cache. */
        @WithDefault("1200")
        long perMinute();
    }

    /** At most so much at once, and a pace that can go on for ever. */
    interface Feeds {

        /** At once after a quiet time, at least 1. */
        @WithDefault("300")
        long burst();

        /** A minute, at least 1. A reader that asks more often than every second gets nothing newer. */
        @WithDefault("60")
        long perMinute();
    }

    /** The same as a stock. */
    static Stock stock(long burst, long perMinute) {
        return new Stock(burst, perMinute, Duration.ofMinutes(1));
    }
}
