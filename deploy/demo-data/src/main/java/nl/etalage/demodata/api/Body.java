package nl.etalage.demodata.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * What a request carries. Equal content gives equal bytes, so that a request can be repeated under the same
 * {@code Idempotency-Key}.
 */
public final class Body {

    private static final String BOUNDARY = "demo-data-7f3c1b9e5d2a";

    static final Body NONE = new Body("", new byte[0]);

    private final String mediaType;
    private final byte[] bytes;

    private Body(String mediaType, byte[] bytes) {
        this.mediaType = mediaType;
        this.bytes = bytes;
    }

    static Body json(JsonNode json) {
        return new Body("application/json", utf8(json.toString()));
    }

    /** RFC 7396. */
    static Body mergePatch(JsonNode patch) {
        return new Body("application/merge-patch+json", utf8(patch.toString()));
    }

    /** A file with its description, as {@code multipart/form-data} (RFC 7578) with the parts metadata and file. */
    static Body upload(String name, byte[] file, JsonNode metadata) {
        String type = name.endsWith(".png") ? "image/png" : "image/jpeg";
        ByteArrayOutputStream form = new ByteArrayOutputStream(file.length + 1024);
        form.writeBytes(utf8("--%s\r\nContent-Disposition: form-data; name=\"metadata\"\r\n".formatted(BOUNDARY)
                + "Content-Type: application/json\r\n\r\n%s\r\n".formatted(metadata)));
        form.writeBytes(utf8(
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                        .formatted(BOUNDARY, name, type)));
        form.writeBytes(file);
        form.writeBytes(utf8("\r\n--" + BOUNDARY + "--\r\n"));
        return new Body("multipart/form-data; boundary=" + BOUNDARY, form.toByteArray());
    }

    boolean isEmpty() {
        return bytes.length == 0;
    }

    String mediaType() {
        return mediaType;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    private static byte[] utf8(String text) {
        return Objects.requireNonNull(text).getBytes(StandardCharsets.UTF_8);
    }
}
