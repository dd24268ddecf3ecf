package nl.etalage.content.library.prepared;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a story of the library looks like to any shop that has no version of its own: JSON in which only the shop's
 * values are left to fill in. A sentence with a field that has no value is left out, so there is a form for each choice
 * of fields without a value.
 *
 * @param revision of the story
 * @param fields the merge fields it has, in order
 * @param locale language of the story, which the values are in
 * @param link with merge fields; null when it has none
 * @param forms by the fields without a value; empty where every shop's values must be seen in their place
 */
public record PreparedStory(
        int revision, List<String> fields, String locale, String link, Map<Set<String>, Optional<Segments>> forms) {

    /** Shops differ in few fields; more forms than this are made anew each time. */
    private static final int MOST_FORMS = 16;

    private static final Pattern ENTITY = Pattern.compile("&#?[A-Za-z0-9]{0,40}\\{\\{");
    private static final Pattern BLOCK_END = Pattern.compile("\\n[ \\t]*\\n");
    private static final int OVERHEAD = 400;
    private static final String PROBE_LINK = "https://example.org";

    /**
     * Whether a value, whatever its words, is only words where this Markdown has its fields: not in a text with a tag,
     * whose end may be blocks away, nor where a link or a character's name may begin in the same block.
     */
    public static boolean fit(String markdown) {
        return markdown == null
                || !markdown.contains("{{")
                || (!markdown.contains("<")
                        && BLOCK_END
                                .splitAsStream(markdown)
                                .noneMatch(block -> block.contains("{{")
                                        && (block.contains("[")
                                                || ENTITY.matcher(block).find())));
    }

    /** A story without any form yet. */
    public static PreparedStory of(int revision, List<String> fields, String locale, String link) {
        return new PreparedStory(revision, fields, locale, link, Map.of());
    }

    /** Its fields that a shop with these values has none for. */
    public Set<String> emptyWith(Map<String, String> values) {
        // Most shops fill in everything, and this is asked for each story of each page.
        return values.keySet().containsAll(fields)
                ? Set.of()
                : fields.stream().filter(field -> !values.containsKey(field)).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the form is known, or known not to be. */
    public boolean has(Set<String> empty) {
        return forms.containsKey(empty);
    }

    /**
     * With one form more, if it turns out as it should with values that have everything in them.
     *
     * @param form null for a story that can't be prepared
     */
    public PreparedStory with(Set<String> empty, Form form) {
        if (forms.size() >= MOST_FORMS) {
            return this;
        }
        Map<Set<String>, Optional<Segments>> more = new HashMap<>(forms);
        more.put(empty, Optional.ofNullable(segments(empty, form)));
        return new PreparedStory(revision, fields, locale, link, Map.copyOf(more));
    }

    /** Makes the JSON of a story out of values by field. */
    public interface Form {

        /**
         * The JSON.
         *
         * @param html what becomes of filled HTML
         * @param link what a complete link becomes; null for the link itself
         */
        String json(Map<String, String> values, Function<String, String> html, String link);
    }

    private Segments segments(Set<String> empty, Form form) {
        if (form == null) {
            return null;
        }
        List<String> filled = filled(empty);
        if (filled.isEmpty()) {
            String json = form.json(Map.of(), Function.identity(), null);
            return Marks.in(json) ? null : Segments.whole(Segments.bytes(json));
        }
        if (filled.size() > Marks.most()) {
            return null;
        }
        Segments segments = null;
        for (String probe : ShopValue.PROBES) {
            Map<String, String> probes = new HashMap<>();
            filled.forEach(field -> probes.put(field, probe));
            String expected = form.json(probes, Function.identity(), PROBE_LINK);
            if (Marks.in(expected)) {
                return null;
            }
            if (segments == null) {
                segments =
                        Segments.of(Segments.bytes(form.json(Marks.values(filled), Marks::inHtml, Marks.LINK)), filled);
            }
            ShopValue value = ShopValue.of(probe);
            Filled probed = segments.filled(field -> value, Segments.bytes('"' + PROBE_LINK + '"'));
            if (!Arrays.equals(probed.bytes(), Segments.bytes(expected))) {
                return null;
            }
        }
        return segments;
    }

    /**
     * The JSON for one shop.
     *
     * @param empty the fields without a value
     * @param values null for one that must be seen in its place
     * @param link JSON of the link, where the story has one with fields
     * @return null when it must be made from the story itself
     */
    public Filled filled(Set<String> empty, Function<String, ShopValue> values, byte[] link) {
        return forms.getOrDefault(empty, Optional.empty())
                .map(form -> form.filled(values, link))
                .orElse(null);
    }

    /** A form to store. */
    public StoredForm stored(Set<String> empty) {
        Optional<Segments> form = forms.getOrDefault(empty, Optional.empty());
        return new StoredForm(
                locale,
                filled(empty),
                form.map(Segments::worded).orElse(List.of()),
                empty.stream().sorted().toList(),
                link,
                form.map(Segments::marked).orElse(null));
    }

    private List<String> filled(Set<String> empty) {
        return fields.stream().filter(field -> !empty.contains(field)).toList();
    }

    /** About how many bytes it takes. */
    public int weight() {
        return OVERHEAD
                + forms.values().stream()
                        .mapToInt(form -> OVERHEAD + form.map(Segments::weight).orElse(0))
                        .sum();
    }
}
