package nl.etalage.scheduling.notice;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something the people of a shop must know or do.
 *
 * @param kind {@code failure}: it went wrong; {@code task}: a person must do something; {@code
 *     ending}: a story they use may be used until a day
 * @param text in the reader's language
 * @param closedAt when it was over; null while it lasts
 */
@Schema(name = "Notice")
public record NoticeView(
        @Schema(required = true) UUID id,
        @Schema(required = true) String shop,
        UUID channel,
        UUID publication,
        @Schema(required = true) String kind,
        @Schema(required = true) String text,
        @Schema(required = true) Instant at,
        Instant closedAt) {}
