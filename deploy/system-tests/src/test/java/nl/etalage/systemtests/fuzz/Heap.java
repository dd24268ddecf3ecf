package nl.etalage.systemtests.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Java process keeps: its live objects after a full collection, which {@code jcmd} makes, and the memory it has.
 *
 * @param live bytes of objects that something holds
 * @param resident bytes of the whole process in memory
 */
public record Heap(long live, long resident) {

    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB");
    private static final int KIBI = 1024;

    /** Measures a process, which stands still meanwhile. */
    public static Heap of(long pid) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Process process = new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            String histogram = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String status = Files.readString(Path.of("/proc", Long.toString(pid), "status"));
            return new Heap(number(TOTAL, histogram), number(RESIDENT, status) * KIBI);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static long number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("No " + pattern + " in " + text);
        }
        return Long.parseLong(matcher.group(1));
    }

    /** In millions of bytes. */
    public double liveMegabytes() {
        return live / 1e6;
    }

    /** In millions of bytes. */
    public double residentMegabytes() {
        return resident / 1e6;
    }
}
