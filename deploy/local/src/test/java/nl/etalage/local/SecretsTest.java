package nl.etalage.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path directory;

    @Test
    void aSecretStaysTheSameAcrossStarts() throws IOException {
        Path file = directory.resolve("secrets.properties");
        Secrets first = Secrets.in(file);
        String password = first.password("shops.owner");
        String key = first.key("credentials-key");

        Secrets second = Secrets.in(file);

        assertEquals(password, second.password("shops.owner"));
        assertEquals(key, second.key("credentials-key"));
    }

    @Test
    void everySecretIsItsOwnAndLongEnough() throws IOException {
        Secrets secrets = Secrets.in(directory.resolve("secrets.properties"));

        assertNotEquals(secrets.password("shops.owner"), secrets.password("shops.worker"));
        assertTrue(secrets.password("shops.owner").matches("[0-9a-f]{48}"));
        assertEquals(32, Base64.getDecoder().decode(secrets.key("credentials-key")).length);
    }

    @Test
    void onlyTheOwnerMayReadThem() throws IOException {
        Path file = directory.resolve("secrets.properties");
        Secrets.in(file).password("shops.owner");

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
}
