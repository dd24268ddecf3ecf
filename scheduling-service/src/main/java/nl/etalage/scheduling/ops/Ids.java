package nl.etalage.scheduling.ops;

import java.util.UUID;

/** Where ids come from: version 7 (RFC 9562), so that a later one sorts after an earlier one. */
@FunctionalInterface
public interface Ids {

    UUID next();
}
