package nl.etalage.shops.assortment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much one shop may ask of this service, all its people and machines together, on one instance. */
@ConfigMapping(prefix = "etalage.shop-limits")
interface AssortmentLimitSettings {

    /** Assortments brought: each may write thousands of rows. */
    Assortments assortments();

    /** Shops counted at a time, about 500 bytes; beyond it the quietest are forgotten. */
    @WithDefault("20000")
    long shops();

    /** At most so much at once, and a pace that can go on for ever. */
    interface Assortments {

        /** At once after a quiet time, at least 1. */
        @WithDefault("30")
        long burst();

        /** A minute, at least 1. */
        @WithDefault("6")
        long perMinute();
    }
}
