package nl.etalage.shops.integration;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How to replace the secret of an integration.
 *
 * @param oldEndsAt from when the old client no longer works, at most 90 days ahead; now or earlier is at once, a day
 *     ahead when left out
 */
@Schema(name = "Rotation")
public record Rotation(@Schema(nullable = true, examples = "2026-12-01T09:00:00Z") Instant oldEndsAt) {}
