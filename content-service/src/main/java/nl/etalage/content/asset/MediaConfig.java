package nl.etalage.content.asset;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where media are kept. */
@ConfigMapping(prefix = "etalage.media")
public interface MediaConfig {

    /**
     * Directory of originals and renditions, on one filesystem; shared by all instances. Made when it isn't there.
     * Setting {@code etalage.media.directory}, no default: losing it loses the pictures.
     */
    Path directory();
}
