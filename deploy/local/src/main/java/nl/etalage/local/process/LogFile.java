package nl.etalage.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What one process wrote.
 *
 * @param path where
 */
public record LogFile(Path path) {

    private static final int TAIL_BYTES = 64 * 1024;
    private static final int LONGEST_LINE = 240;
    private static final Pattern TELLING = Pattern.compile("^Caused by: .*|.*\\b(ERROR|FATAL|PANIC|SEVERE)\\b.*");
    private static final Pattern TIMESTAMP =
            Pattern.compile("^\\d{4}-\\d\\d-\\d\\d[T ][\\d:.,]+( [A-Z]{3,4}(?= \\[\\d+]))?\\s*");

    /** Keeps one earlier log beside the new one. */
    public void startAnew() throws IOException {
        Files.createDirectories(path.getParent());
        if (Files.exists(path)) {
            Files.move(path, path.resolveSibling(path.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * The line that says most about why a process failed: its last error or cause, else its last line that isn't part
     * of a stack trace; empty when it wrote nothing.
     */
    public Optional<String> lastMeaningfulLine() {
        List<String> lines = tail().lines()
                .map(String::stripTrailing)
                .filter(line -> !line.isBlank())
                .toList();
        return last(lines, line -> TELLING.matcher(line).matches())
                .or(() -> last(lines, line -> !Character.isWhitespace(line.charAt(0))))
                .map(line -> TIMESTAMP.matcher(line).replaceFirst(""))
                .map(line -> line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line);
    }

    private static Optional<String> last(List<String> lines, java.util.function.Predicate<String> wanted) {
        return lines.stream().filter(wanted).reduce((earlier, later) -> later);
    }

    private String tail() {
        if (!Files.exists(path)) {
            return "";
        }
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            long length = file.length();
            byte[] bytes = new byte[(int) Math.min(length, TAIL_BYTES)];
            file.seek(length - bytes.length);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
