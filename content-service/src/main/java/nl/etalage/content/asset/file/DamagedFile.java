package nl.etalage.content.asset.file;

import java.io.IOException;

/** A file that is not what its beginning says, or not the whole of it. */
public final class DamagedFile extends IOException {

    private static final long serialVersionUID = 1;

    DamagedFile(String what) {
        super(what);
    }

    DamagedFile(String what, Throwable cause) {
        super(what, cause);
    }
}
