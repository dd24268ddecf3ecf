package nl.etalage.testing.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One service's table in {@code docs/access.md}: the first table under the heading {@code ## <service>}. A row starts
 * with the name of its case, in backquotes the operation.
 */
final class AccessTable {

    private final Map<String, String> rows = new LinkedHashMap<>();
    private String heading = "";

    /** Reads the table as it stands. */
    static AccessTable of(Path document, String service) {
        AccessTable table = new AccessTable();
        boolean inside = false;
        try {
            for (String line : Files.readAllLines(document)) {
                if (line.startsWith("## ")) {
                    inside = line.equals("## " + service);
                } else if (inside && line.startsWith("|")) {
                    table.add(line);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return table;
    }

    /** A row, as it is written. */
    static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    /** The name of a case as its row starts. */
    static String title(String name) {
        int space = name.indexOf(' ');
        return space < 0 ? "`" + name + "`" : "`" + name.substring(0, space) + "`" + name.substring(space);
    }

    /** The row of a case; a sentence when there is none. */
    String row(String name) {
        return rows.getOrDefault(title(name), "(no row)");
    }

    /** First line of the table. */
    String heading() {
        return heading;
    }

    /** First cells of all rows, in order. */
    List<String> titles() {
        return new ArrayList<>(rows.keySet());
    }

    private void add(String line) {
        String title = line.split("\\|", -1)[1].strip();
        if (heading.isEmpty()) {
            heading = line;
        } else if (!title.startsWith("---") && rows.put(title, line) != null) {
            throw new IllegalStateException("docs/access.md has two rows " + title);
        }
    }
}
