package nl.etalage.content.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One record of a shop.
 *
 * @param kind what it is; docs/export.md lists the kinds
 * @param id tells it from the others of its kind
 * @param data as the API shows it
 * @param file what belongs to it besides; absent when nothing does
 */
@Schema(name = "ExportItem")
public record ExportItem(
        @Schema(examples = "adaptation") String kind,
        String id,
        @Schema(type = SchemaType.OBJECT, additionalProperties = Object.class) Object data,
        @JsonInclude(JsonInclude.Include.NON_NULL) ExportFile file) {

    /**
     * A file to get with the same credential.
     *
     * @param url path and query at the same host
     * @param sha256 of its bytes, 64 hexadecimal digits
     * @param name under which to keep it; no two files of a shop have the same
     */
    @Schema(name = "ExportFile")
    public record ExportFile(
            String url, @Schema(examples = "image/jpeg") String mediaType, long bytes, String sha256, String name) {}

    /** A record as its feature shows it. */
    public static ExportItem of(ExportKind kind, UUID id, Object data) {
        return new ExportItem(kind.word(), id.toString(), data, null);
    }

    /** The same with a file. */
    public ExportItem with(ExportFile added) {
        return new ExportItem(kind, id, data, added);
    }
}
