package nl.etalage.scheduling.publication;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody's yes.
 *
 * @param by the member who said it
 * @param hash of the snapshot it was said to
 */
public record Approval(UUID by, Instant at, String hash) {}
