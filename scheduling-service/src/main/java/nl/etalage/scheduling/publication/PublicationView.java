package nl.etalage.scheduling.publication;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.etalage.scheduling.platform.PlatformName;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A publication as its shop sees it.
 *
 * @param createdBy the member or integration that planned it
 * @param text exactly as it goes or went out
 * @param campaign null when there is none
 * @param localTime on the shop's wall clock, such as {@code 2026-12-05T10:00}
 * @param timeZone IANA zone of the shop
 * @param at the same moment as an instant
 * @param notAfter it never goes out after this
 * @param outdated whether the adaptation has changed since, or the story was corrected; the text here stays as it is until a refresh
 * @param approval who said yes, and to which snapshot; null when nobody did or needed to
 * @param attempts the newest 20, oldest first
 * @param permalink where people see it
 * @param removal how far taking it away has come; null when nobody asked
 * @param reason why it is in this state, in the reader's language
 * @param notes what the planner should know, in the reader's language
 */
@Schema(name = "Publication")
public record PublicationView(
        @Schema(required = true) UUID id,
        @Schema(required = true) String shop,
        @Schema(required = true) UUID channel,
        @Schema(required = true) PlatformName platform,
        @Schema(required = true) UUID createdBy,
        @Schema(required = true) UUID adaptation,
        @Schema(required = true) UUID story,
        @Schema(required = true) int revision,
        UUID campaign,
        @Schema(required = true) String text,
        String link,
        @Schema(required = true) List<SnapshotAsset> assets,
        @Schema(required = true) String hash,
        @Schema(required = true, examples = "2026-12-05T10:00") String localTime,
        @Schema(required = true) String timeZone,
        @Schema(required = true) Instant at,
        @Schema(required = true) Instant notAfter,
        @Schema(required = true) PublicationState state,
        @Schema(required = true) boolean outdated,
        Approval approval,
        @Schema(required = true) List<AttemptView> attempts,
        String permalink,
        RemovalStatus removal,
        String reason,
        @Schema(required = true) List<String> notes,
        @Schema(required = true) long version) {}
