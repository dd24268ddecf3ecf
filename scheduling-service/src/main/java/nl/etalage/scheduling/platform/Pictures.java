package nl.etalage.scheduling.platform;

import java.io.IOException;
import java.nio.file.Path;

/** Where pictures come from. */
public interface Pictures {

    /** What came of fetching a picture. */
    enum Fetched {
        DONE,
        /** It was taken back, or never was. */
        GONE,
        /** Not now. */
        UNAVAILABLE
    }

    /**
     * Writes a picture's bytes to a file, at most 16 MiB.
     *
     * @throws IOException when the file can't be written
     */
    Fetched fetch(Picture picture, Path target) throws IOException;
}
