package nl.etalage.local;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Passwords and keys of one data directory: made once at random, kept in a file that only its owner reads. The values
 * are hexadecimal or Base64, so they need no quoting in SQL, JSON or a URL's user info.
 */
final class Secrets {

    private static final int BYTES = 24;

    private final Path file;
    private final Map<String, String> values = new TreeMap<>();
    private final SecureRandom random = new SecureRandom();

    private Secrets(Path file) {
        this.file = file;
    }

    static Secrets in(Path file) throws IOException {
        Secrets secrets = new Secrets(file);
        if (Files.exists(file)) {
            Properties properties = new Properties();
            properties.load(new StringReader(Files.readString(file)));
            properties.stringPropertyNames().forEach(name -> secrets.values.put(name, properties.getProperty(name)));
        }
        return secrets;
    }

    /** A password: 48 hexadecimal digits. */
    String password(String name) throws IOException {
        return kept(name, HexFormat.of().formatHex(bytes(BYTES)));
    }

    /** A 256-bit key in Base64. */
    String key(String name) throws IOException {
        return kept(name, Base64.getEncoder().encodeToString(bytes(32)));
    }

    private String kept(String name, String fresh) throws IOException {
        if (!values.containsKey(name)) {
            values.put(name, fresh);
            write();
        }
        return values.get(name);
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private void write() throws IOException {
        String text = values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, text);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
