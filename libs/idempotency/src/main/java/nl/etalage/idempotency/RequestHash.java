package nl.etalage.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** A fingerprint of what a request asks: operation, parameters and body, uploaded files included. */
@ApplicationScoped
class RequestHash {

    private final ObjectMapper json;

    RequestHash(ObjectMapper json) {
        this.json = json.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }

    String of(String operation, Object[] arguments) {
        MessageDigest digest = sha256();
        digest.update(operation.getBytes(StandardCharsets.UTF_8));
        for (Object argument : arguments) {
            digest.update((byte) 0);
            add(digest, argument);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void add(MessageDigest digest, Object argument) {
        if (argument == null || ofTheRequestItself(argument)) {
            return;
        }
        if (argument instanceof FileUpload upload) {
            addFile(digest, upload.uploadedFile());
            return;
        }
        try {
            digest.update(json.writeValueAsBytes(argument));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("An argument of an idempotent method can't be written as JSON", unreadable);
        }
    }

    /** Injected views on the request, such as UriInfo, say nothing that operation and parameters don't. */
    private static boolean ofTheRequestItself(Object argument) {
        return argument instanceof jakarta.ws.rs.core.UriInfo
                || argument instanceof jakarta.ws.rs.core.HttpHeaders
                || argument instanceof jakarta.ws.rs.core.Request
                || argument instanceof jakarta.ws.rs.core.SecurityContext;
    }

    private static void addFile(MessageDigest digest, Path file) {
        try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
            content.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
