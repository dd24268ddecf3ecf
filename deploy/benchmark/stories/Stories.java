import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes a network up: shops with members, pictures, and stories that look like real ones, as COPY for the tables of
 * staging.sql. The same arguments give the same rows. Run from its source:
 *
 * <pre>java Stories.java vocabulary-nl.txt STORIES SHOPS SEED ISSUER</pre>
 */
public final class Stories {

    /** When the newest story was released; before any run, so that all are visible. */
    private static final Instant NEWEST = Instant.parse("2025-12-31T12:00:00Z");

    private static final Duration BETWEEN = Duration.ofMinutes(4);
    private static final int PICTURES = 500;
    private static final int PRODUCTS = 2_000;
    private static final int GROUPS = 10;
    private static final int BODY_LENGTH = 1_200;
    private static final Pattern CHOICE = Pattern.compile("<([\\p{L}.]+)>");

    /** The service's own, in Season; by title and themes. */
    private static final Map<String, Pattern> SEASONS = seasons();

    private final Map<String, List<String>> lists;
    private final int stories;
    private final int shops;
    private final long seed;
    private final String issuer;
    private final Writer out;
    private final List<UUID> pictures = new ArrayList<>();

    private Stories(String[] arguments, Writer out) throws IOException {
        this.lists = read(Path.of(arguments[0]));
        this.stories = Integer.parseInt(arguments[1]);
        this.shops = Integer.parseInt(arguments[2]);
        this.seed = Long.parseLong(arguments[3]);
        this.issuer = arguments[4];
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        try (Writer out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), 1 << 16)) {
            Stories network = new Stories(arguments, out);
            network.writeMembers();
            network.writeShops();
            network.writePictures();
            network.writeThemes();
            network.writeStories();
        }
    }

    private static Map<String, List<String>> read(Path vocabulary) throws IOException {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        List<String> list = List.of();
        for (String line : Files.readAllLines(vocabulary)) {
            if (line.startsWith("[")) {
                list = new ArrayList<>();
                lists.put(line.substring(1, line.length() - 1), list);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                list.add(line);
            }
        }
        return lists;
    }

    private static Map<String, Pattern> seasons() {
        Map<String, Pattern> seasons = new LinkedHashMap<>();
        String[] saying = {
            "kerst", "kerst|christmas", "sinterklaas", "sinterklaas|pakjesavond", "valentijn", "valentijn|valentine",
            "pasen", "pasen|paas|easter", "wereld-fair-trade-dag", "fair ?trade.?(dag|day)|wereldwinkeldag",
            "moederdag", "moederdag|mother'?s day", "vaderdag", "vaderdag|father'?s day",
            "lente", "\\blente|voorjaar|\\bspring\\b", "zomer", "zomer|summer", "herfst", "herfst|najaar|autumn",
            "winter", "winter"
        };
        for (int at = 0; at < saying.length; at += 2) {
            seasons.put(saying[at], Pattern.compile(saying[at + 1]));
        }
        return seasons;
    }

    private void writeMembers() throws IOException {
        copy("staged_member");
        for (String person : List.of("editor", "editor2", "admin")) {
            row(uuid("member " + person), issuer, person, person.replace("2", ""));
        }
        end();
    }

    private void writeShops() throws IOException {
        copy("staged_shop");
        List<String> towns = lists.get("plaats");
        for (int number = 0; number < shops; number++) {
            String town = towns.get(number % towns.size());
            String slug = "winkel-%04d".formatted(number);
            row(
                    slug,
                    "Wereldwinkel " + town + " " + number,
                    town,
                    texts(List.of(group(number), "streek-" + number % 3)),
                    uuid(slug + " manager"),
                    uuid(slug + " publisher"),
                    uuid(slug + " contributor"),
                    uuid(slug + " integration"),
                    issuer);
        }
        end();
    }

    private static String group(int number) {
        return "groep-" + number % GROUPS;
    }

    private void writePictures() throws IOException {
        copy("staged_picture");
        List<String> alts = lists.get("Alt");
        for (int number = 0; number < PICTURES; number++) {
            Random random = new Random(seed * 31 + number);
            UUID id = version7(Instant.parse("2015-01-01T00:00:00Z").plusSeconds(number), random);
            pictures.add(id);
            row(
                    id,
                    HexFormat.of().formatHex(sha256("picture " + seed + " " + number)),
                    2000 + random.nextInt(2500),
                    1500 + random.nextInt(2500),
                    300_000 + random.nextInt(4_000_000),
                    alts.get(number % alts.size()),
                    "2015-01-01T00:00:00Z");
        }
        end();
    }

    /** The network's list: a theme for every word that a story may have as its theme. */
    private void writeThemes() throws IOException {
        copy("staged_theme");
        for (String list : List.of("thema", "product")) {
            for (String word : lists.get(list)) {
                row(theme(word), word);
            }
        }
        end();
    }

    /** The key of a theme, as ThemeKey of the service makes it. */
    private static String theme(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    private void writeStories() throws IOException {
        copy("staged_story");
        for (int number = 1; number <= stories; number++) {
            new Story(number).write();
        }
        end();
    }

    /** One story; its random numbers begin with its own number, so that it doesn't depend on how many there are. */
    private final class Story {

        private final int number;
        private final Random random;
        private final Map<String, String> chosen = new HashMap<>();
        private final Map<String, Set<String>> said = new HashMap<>();

        Story(int number) {
            this.number = number;
            this.random = new Random(seed * 1_000_003 + number);
            random.nextLong();
            chosen.put("streek", choose("streekbegin") + choose("streekeind"));
            chosen.put("coop", choose("coopeen") + " " + choose("cooptwee"));
        }

        void write() throws IOException {
            String type = type();
            Instant at = NEWEST.minus(BETWEEN.multipliedBy(stories - (long) number));
            String title = sentence("Titel." + type);
            List<String> themes = themes();
            List<Map<String, String>> products = products(type);
            List<String> functions = some(List.of("visibility", "persuasion", "awareness", "action", "discussion"), 2);
            List<String> audience = some(List.of("customers", "volunteers", "likeMinded"), 2);
            Map<String, Object> content = new LinkedHashMap<>();
            content.put("type", type);
            content.put("details", details(type));
            String owner = random.nextInt(50) == 0 ? group(random.nextInt(GROUPS)) : "network";
            content.put("owner", owner);
            content.put("locale", "nl");
            content.put("title", title);
            content.put("summary", sentence("Samenvatting"));
            content.put("body", body());
            content.put("readerValue", sentence("Lezer"));
            content.put("question", random.nextInt(3) > 0 ? sentence("Vraag") : null);
            content.put("callToAction", random.nextInt(3) > 0 ? sentence("Oproep") : null);
            content.put("link", random.nextInt(4) == 0 ? "{{shop.website}}/verhalen" : null);
            content.put("credit", null);
            content.put("functions", functions);
            content.put("audience", audience);
            content.put("themes", themes);
            content.put("season", List.of());
            content.put("products", products);
            content.put("assets", assets());
            content.put("channelTexts", random.nextBoolean() ? Map.of("mastodon", sentence("Kort")) : Map.of());
            content.put("availableFrom", null);
            content.put("availableUntil", random.nextInt(30) == 0 ? "2099-12-31T23:00:00Z" : null);
            content.put("targetGroups", targetGroups());
            content.put("onlyStocked", false);
            content.put("translationOf", null);
            content.put("lockedFields", random.nextInt(10) == 0 ? List.of("body") : List.of());
            row(
                    number,
                    version7(at, random),
                    json(content),
                    texts(facets(type, owner, functions, audience, title, themes, keys(type, products))),
                    texts(keys(type, products)),
                    at);
        }

        /** As a network writes them: products and makers most. */
        private String type() {
            int share = random.nextInt(100);
            if (share < 45) {
                return "product";
            }
            if (share < 70) {
                return "maker";
            }
            List<String> others =
                    List.of("impact", "shop", "campaign", "event", "appeal", "vacancy", "practice", "playbook", "tip");
            return others.get(share % others.size());
        }

        private Object details(String type) {
            return switch (type) {
                case "impact" -> fields(
                        "source", "Jaarverslag van " + chosen.get("coop"),
                        "date", "2024-0" + (1 + random.nextInt(9)) + "-15",
                        "figure", 5 + random.nextInt(400),
                        "unit", "families met een vast inkomen");
                case "event" -> fields(
                        "place", "{{shop.name}}, {{shop.town}}",
                        "startsAt", "2027-0" + (1 + random.nextInt(9)) + "-13T14:00");
                case "appeal" -> fields("endsAt", "2027-06-30T18:00", "goal", 500 + 50 * random.nextInt(100));
                case "playbook" -> fields(
                        "steps", List.of("Kies een dag.", "Vraag twee collega's.", "Zet de tafel bij de deur.", "Tel na."));
                default -> fields();
            };
        }

        private String body() {
            StringBuilder body = new StringBuilder(sentence("Begin"));
            int sentences = 1;
            while (body.length() < BODY_LENGTH + random.nextInt(400)) {
                body.append(++sentences % 4 == 0 ? "\n\n" : " ").append(sentence("Midden"));
            }
            body.append("\n\n").append(sentence("Eind"));
            if (random.nextInt(10) < 6) {
                body.append("\n\n").append(sentence("Winkel"));
            }
            return body.toString();
        }

        private List<String> themes() {
            List<String> themes = new ArrayList<>(some(lists.get("thema"), 3));
            if (chosen.containsKey("product")) {
                themes.add(0, chosen.get("product"));
            }
            return themes.stream().map(Stories::theme).distinct().toList();
        }

        private List<String> assets() {
            int share = random.nextInt(20);
            int count = share < 13 ? 1 : share < 15 ? 2 : 0;
            Set<String> assets = new LinkedHashSet<>();
            while (assets.size() < count) {
                assets.add(pictures.get(random.nextInt(pictures.size())).toString());
            }
            return List.copyOf(assets);
        }

        private List<String> targetGroups() {
            return random.nextInt(16) == 0 ? List.of(group(random.nextInt(GROUPS))) : List.of();
        }

        private List<Map<String, String>> products(String type) {
            if (!type.equals("product") && !type.equals("maker")) {
                return List.of();
            }
            List<Map<String, String>> products = new ArrayList<>();
            for (int left = 1 + random.nextInt(2); left > 0; left--) {
                int which = random.nextInt(PRODUCTS);
                Map<String, String> product = new LinkedHashMap<>();
                product.put("gtin", which % 3 == 0 ? null : gtin(which));
                product.put("sku", which % 3 == 0 ? "SKU-" + which : null);
                product.put("brand", type.equals("maker") ? chosen.get("coop") : null);
                product.put("supplier", which % 4 == 0 ? "Handel " + which % 40 : null);
                product.put("article", which % 4 == 0 ? "A" + which : null);
                products.add(product);
            }
            return products;
        }

        private List<String> some(List<String> from, int most) {
            Set<String> some = new LinkedHashSet<>();
            for (int left = 1 + random.nextInt(most); left > 0; left--) {
                some.add(from.get(random.nextInt(from.size())));
            }
            return List.copyOf(some);
        }

        private String choose(String list) {
            List<String> choices = lists.get(list);
            if (choices == null) {
                throw new IllegalArgumentException("The vocabulary has no list " + list);
            }
            return choices.get(random.nextInt(choices.size()));
        }

        /** A choice out of a list that this story has not said before, filled in. */
        private String sentence(String list) {
            Set<String> before = said.computeIfAbsent(list, any -> new LinkedHashSet<>());
            String sentence = choose(list);
            while (before.size() < lists.get(list).size() && !before.add(sentence)) {
                sentence = choose(list);
            }
            return fill(sentence);
        }

        private String fill(String sentence) {
            Matcher choice = CHOICE.matcher(sentence);
            StringBuilder filled = new StringBuilder();
            while (choice.find()) {
                String name = choice.group(1);
                String small = name.toLowerCase(Locale.ROOT);
                String word = lists.containsKey(name) && !name.equals(small)
                        ? choose(name)
                        : chosen.computeIfAbsent(small, this::choose);
                boolean begins = choice.start() == 0 || sentence.startsWith(". ", choice.start() - 2);
                choice.appendReplacement(
                        filled, Matcher.quoteReplacement(begins || !name.equals(small) && !lists.containsKey(name) ? capital(word) : word));
            }
            return choice.appendTail(filled).toString();
        }
    }

    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            fields.put((String) namesAndValues[at], namesAndValues[at + 1]);
        }
        return fields;
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static List<String> facets(
            String type,
            String owner,
            List<String> functions,
            List<String> audience,
            String title,
            List<String> themes,
            Set<String> keys) {
        Set<String> facets = new LinkedHashSet<>();
        facets.add("type:" + type);
        facets.add("owner:" + owner);
        facets.add("locale:nl");
        functions.forEach(function -> facets.add("function:" + function));
        audience.forEach(one -> facets.add("audience:" + one));
        themes.forEach(theme -> facets.add("theme:" + theme));
        String words = (title + " " + String.join(" ", themes)).replace('-', ' ').toLowerCase(Locale.ROOT);
        SEASONS.forEach((season, saying) -> {
            if (saying.matcher(words).find()) {
                facets.add("season:" + season);
            }
        });
        keys.forEach(key -> facets.add("product:" + key.replaceFirst("^of-", "")));
        return List.copyOf(facets);
    }

    /** As StoryKeys of the service. */
    private static Set<String> keys(String type, List<Map<String, String>> products) {
        Set<String> keys = new LinkedHashSet<>();
        for (Map<String, String> product : products) {
            add(keys, "gtin:", product.get("gtin") == null ? null : "0" + product.get("gtin"));
            add(keys, "sku:", product.get("sku"));
            for (String whose : new String[] {product.get("supplier"), product.get("brand")}) {
                if (whose != null && product.get("article") != null) {
                    add(keys, "article:", whose + "/" + product.get("article"));
                }
            }
            add(keys, "of-brand:", product.get("brand"));
            add(keys, "of-supplier:", product.get("supplier"));
            if (type.equals("maker")) {
                add(keys, "brand:", product.get("brand"));
                add(keys, "supplier:", product.get("supplier"));
            }
        }
        return keys;
    }

    private static void add(Collection<String> keys, String kind, String name) {
        if (name != null) {
            keys.add(kind + name.toLowerCase(Locale.ROOT));
        }
    }

    /** Thirteen digits, of which the last checks the others. */
    private static String gtin(int number) {
        String digits = "871%09d".formatted(number);
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            sum += (digits.charAt(place) - '0') * (place % 2 == 0 ? 1 : 3);
        }
        return digits + (10 - sum % 10) % 10;
    }

    private static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** RFC 9562, version 7. */
    private static UUID version7(Instant at, Random random) {
        long high = at.toEpochMilli() << 16 | 0x7000 | random.nextInt(1 << 12);
        return new UUID(high, random.nextLong() >>> 2 | 0x8000000000000000L);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }

    private static String json(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> quoted(entry.getKey().toString()) + ":" + json(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(Stories::json).collect(Collectors.joining(",", "[", "]"));
        }
        return value == null || value instanceof Number || value instanceof Boolean
                ? String.valueOf(value)
                : quoted(value.toString());
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    /** The text form of a text[]. */
    private static String texts(Collection<String> texts) {
        return texts.stream()
                .map(text -> "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private void copy(String table) throws IOException {
        out.write("COPY " + table + " FROM STDIN;\n");
    }

    private void row(Object... values) {
        try {
            out.write(Arrays.stream(values)
                    .map(value -> value.toString()
                            .replace("\\", "\\\\")
                            .replace("\n", "\\n")
                            .replace("\t", "\\t"))
                    .collect(Collectors.joining("\t", "", "\n")));
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    private void end() throws IOException {
        out.write("\\.\n");
    }
}
