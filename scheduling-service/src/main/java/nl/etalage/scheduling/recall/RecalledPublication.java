package nl.etalage.scheduling.recall;

import java.time.Instant;
import java.util.UUID;
import nl.etalage.scheduling.platform.PlatformName;
import nl.etalage.scheduling.publication.PublicationState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of one publication of a story that was taken back.
 *
 * @param sandbox whether the shop is one to try things with, which is listed here and counted in no figure but its own
 * @param live whether it is, or may be, out there
 * @param removal {@code requested}, {@code refused} or {@code done}; null when nothing had to be removed
 */
@Schema(name = "RecalledPublication")
public record RecalledPublication(
        @Schema(required = true) UUID publication,
        @Schema(required = true) String shop,
        @Schema(required = true) boolean sandbox,
        @Schema(required = true) UUID channel,
        @Schema(required = true) PlatformName platform,
        @Schema(required = true) String account,
        @Schema(required = true) PublicationState state,
        @Schema(required = true) boolean live,
        String removal,
        String permalink,
        @Schema(required = true) Instant at) {}
