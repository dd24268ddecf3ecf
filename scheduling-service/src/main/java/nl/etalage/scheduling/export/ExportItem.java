package nl.etalage.scheduling.export;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One record of a shop.
 *
 * @param kind what it is; docs/export.md lists the kinds
 * @param id tells it from the others of its kind
 * @param data as the API shows it
 */
@Schema(name = "ExportItem")
public record ExportItem(
        @Schema(required = true, examples = "publication") String kind,
        @Schema(required = true) String id,
        @Schema(required = true, type = SchemaType.OBJECT, additionalProperties = Object.class) Object data) {

    /** A record as its feature shows it. */
    public static ExportItem of(ExportKind kind, UUID id, Object data) {
        return new ExportItem(kind.word(), id.toString(), data);
    }
}
