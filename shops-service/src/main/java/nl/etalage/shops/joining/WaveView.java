package nl.etalage.shops.joining;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of a wave.
 *
 * @param invited the new invitations; their mails go out in the next minutes
 * @param skipped shops that were named but could not be asked
 */
@Schema(name = "SentWave")
public record WaveView(String wave, List<InvitationView> invited, List<Skipped> skipped) {

    /**
     * A shop that was not asked.
     *
     * @param reason sentence in the caller's language
     */
    @Schema(name = "SkippedShop")
    public record Skipped(String shop, String reason) {}
}
