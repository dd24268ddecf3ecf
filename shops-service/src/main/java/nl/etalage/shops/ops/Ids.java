package nl.etalage.shops.ops;

import java.util.UUID;

/** Where new ids come from; injected, so that a test can know them beforehand. */
@FunctionalInterface
public interface Ids {

    /**
     * A new id, version 7: later ids sort after earlier ones.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9562#section-5.7">RFC 9562, section 5.7</a>
     */
    UUID next();
}
