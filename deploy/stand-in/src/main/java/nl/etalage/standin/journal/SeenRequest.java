package nl.etalage.standin.journal;

import java.time.Instant;
import nl.etalage.standin.fault.FaultKind;

/**
 * A call as the platform saw it.
 *
 * @param account null when the call had no valid token
 * @param path without the query
 * @param idempotencyKey null when there was none
 * @param time when it arrived
 * @param status what was answered; null when nothing was
 * @param fault the fault that hit it; null for none
 */
public record SeenRequest(
        String account,
        String method,
        String path,
        String idempotencyKey,
        Instant time,
        Integer status,
        FaultKind fault) {
    private static final int LONGEST = 300;

    public SeenRequest {
        path = clip(path);
        idempotencyKey = clip(idempotencyKey);
    }

    private static String clip(String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
