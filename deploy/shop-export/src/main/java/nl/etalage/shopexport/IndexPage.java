package nl.etalage.shopexport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** Says in Dutch and English what lies in the folder, and writes the digests as {@code sha256sum -c} reads them. */
final class IndexPage {

    private static final ZoneId READERS = ZoneId.of("Europe/Amsterdam");

    private final String shop;
    private final String address;
    private final Instant began;
    private final Inventory inventory;

    IndexPage(String shop, String address, Instant began, Inventory inventory) {
        this.shop = shop;
        this.address = address;
        this.began = began;
        this.inventory = inventory;
    }

    void write(Path folder) throws IOException {
        Files.writeString(folder.resolve("sha256sums.txt"), sums());
        String page = resource("index.html")
                .replace("{shop}", escaped(shop))
                .replace("{address}", escaped(address))
                .replace("{momentNl}", moment(Locale.forLanguageTag("nl")))
                .replace("{momentEn}", moment(Locale.ENGLISH))
                .replace("{files}", Long.toString(files()))
                .replace("{tableNl}", table("nl"))
                .replace("{tableEn}", table("en"));
        Files.writeString(folder.resolve("index.html"), page);
    }

    private String sums() {
        return inventory.digests().entrySet().stream()
                .map(file -> file.getValue() + "  " + file.getKey() + "\n")
                .collect(Collectors.joining());
    }

    private long files() {
        return inventory.digests().keySet().stream()
                .filter(name -> name.startsWith("files/"))
                .count();
    }

    private String moment(Locale locale) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", locale).format(began.atZone(READERS));
    }

    private String table(String language) throws IOException {
        Properties words = words(language);
        StringBuilder rows = new StringBuilder();
        for (Part part : Part.ALL) {
            for (Map.Entry<String, Integer> kind : inventory.kinds(part).entrySet()) {
                rows.append(
                        """
                        <tr><td><a href="%1$s">%1$s</a></td><td><code>%2$s</code></td><td>%3$s</td><td>%4$d</td></tr>
                        """
                                .formatted(
                                        part.file(),
                                        escaped(kind.getKey()),
                                        escaped(words.getProperty(kind.getKey(), "")),
                                        kind.getValue()));
            }
        }
        return rows.toString();
    }

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        try (var text = new java.io.StringReader(resource("kinds_" + language + ".properties"))) {
            words.load(text);
        }
        return words;
    }

    private static String resource(String name) throws IOException {
        try (InputStream found = IndexPage.class.getResourceAsStream(name)) {
            if (found == null) {
                throw new IllegalStateException("This program was built without " + name);
            }
            return new String(found.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
