package nl.etalage.content.library;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** Where a search looks first. */
@ConfigMapping(prefix = "etalage.library")
interface SearchSettings {

    /**
     * How many of the newest stories each look is over, from few to many, before the last one over all. Says only how
     * long a search takes.
     */
    @WithDefault("20000,160000")
    List<Integer> searchWindows();
}
