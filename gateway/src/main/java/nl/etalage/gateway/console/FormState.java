package nl.etalage.gateway.console;

import java.util.UUID;

/**
 * The form under a message.
 *
 * @param key idempotency key: sending the form twice does it once
 * @param permalink what was filled in before
 * @param note what was filled in before
 * @param again what was filled in before
 * @param complaint sentence about what was filled in, in the reader's language; null when all is well
 */
record FormState(String key, String permalink, String note, String again, String complaint) {

    static FormState fresh() {
        return new FormState(UUID.randomUUID().toString(), "", "", "", null);
    }
}
