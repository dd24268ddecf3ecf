package nl.etalage.content.library;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** How many stories are looked at first. Changes how long an answer takes, never what it says. */
@ConfigMapping(prefix = "etalage.library")
interface LibrarySettings {

    /** How many of the newest stories each look of a search is over, from few to many, before the last one over all. */
    @WithDefault("20000,160000")
    List<Integer> searchWindows();

    /**
     * How many of the newest stories that are asked for are counted in one go, from few to many, before values are
     * counted one by one.
     */
    @WithDefault("5000,60000")
    List<Integer> countWindows();
}
