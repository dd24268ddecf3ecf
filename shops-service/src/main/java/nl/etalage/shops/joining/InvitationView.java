package nl.etalage.shops.joining;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An invitation to a shop, as the central group sees it.
 *
 * @param shop slug
 * @param wave name under which it was sent, with others
 * @param mailbox where it was sent to
 * @param failure why the mail did not go; null when nothing failed
 * @param sent when the last mail went; null before
 * @param answered when the last answer came; null before
 * @param expires when the last link stops working; null before the first mail
 * @param version counts changes, from 0
 */
@Schema(name = "Invitation")
public record InvitationView(
        UUID id,
        String shop,
        String wave,
        String mailbox,
        JoiningState state,
        @Schema(nullable = true) String failure,
        Instant created,
        @Schema(nullable = true) Instant sent,
        @Schema(nullable = true) Instant answered,
        @Schema(nullable = true) Instant expires,
        long version) {}
