package nl.etalage.content.library.prepared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.etalage.content.text.Markdown;
import nl.etalage.content.text.MergeField;
import nl.etalage.content.text.Template;
import org.junit.jupiter.api.Test;

/** What is prepared for all shops is for each of them what would be made for it alone, or isn't given. */
class PreparedStoryTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What texts are made of: words, all that Markdown and HTML know, and fields in every place. */
    private static final List<String> PIECES = List.of(
            "koffie",
            " ",
            " ",
            " ",
            ". ",
            "! ",
            "\n",
            "\n\n",
            "- ",
            "1. ",
            "# ",
            "> ",
            "    ",
            "*",
            "**",
            "_",
            "`",
            "```\n",
            "[",
            "](",
            ")",
            "<",
            ">",
            "&",
            "\\",
            "https://",
            "://",
            "---\n",
            "===\n",
            "|",
            "~",
            "é",
            "😀",
            "\"",
            "]: ",
            "!",
            "amp;",
            ";",
            "&",
            "{{a.b}}",
            "{{a.b}}",
            "{{a.b}}",
            "{{c.d}}",
            "{{c.d}}",
            "{{e.f}}",
            "<b>",
            "</b>",
            "<!--",
            "-->",
            "%",
            "@",
            "1",
            "x");

    private static final List<String> VALUES = List.of(
            "Wereldwinkel Zeist",
            "Zeist",
            "A",
            "amp",
            "lt",
            "href",
            "Thee & Zo",
            "'t Winkeltje",
            "2Switch",
            "Wereld*winkel*",
            "<b>Vet</b>",
            "a_b_c",
            "https://winkel.example/verhalen",
            "info@winkel.example",
            "ma-za 10.00-17.00",
            "1. Eerste",
            "# Kop",
            "- Streepje",
            "amp;",
            "Regel\nnog een",
            "  ruimte  ",
            "twee  spaties",
            "é",
            "日本",
            "😀 winkel",
            "a\"b",
            "a\\b",
            "]( x",
            "x](y)",
            "Wer&eld",
            "50% korting",
            "\u202Eomgekeerd",
            "\uE000\uE010\uE002",
            "W+",
            "a ( b",
            "a = b",
            "");

    /** As the library does it, in small. */
    private static PreparedStory.Form form(String body, String link) {
        return (values, html, ofLink) -> {
            Template template = new Template(values);
            String filled = template.markdown(body);
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("body", filled);
            item.put("bodyHtml", html.apply(Markdown.toHtml(filled)));
            String followed = template.link(link);
            boolean complete =
                    link != null && MergeField.in(link).stream().allMatch(field -> values.containsKey(field.name()));
            item.put("link", complete && ofLink != null ? ofLink : followed);
            item.put("missing", template.missing());
            return written(item);
        };
    }

    private static String written(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private static String prepared(String body, String link, Map<String, String> values) {
        Template unfilled = new Template(Map.of());
        unfilled.markdown(body);
        unfilled.link(link);
        List<String> fields = unfilled.missing();
        Set<String> empty =
                fields.stream().filter(field -> !values.containsKey(field)).collect(Collectors.toSet());
        PreparedStory story =
                PreparedStory.of(1, fields, "nl", link).with(empty, PreparedStory.fit(body) ? form(body, link) : null);
        Filled filled = story.filled(
                empty,
                field -> ShopValue.of(values.get(field)),
                written(new Template(values).link(link)).getBytes(StandardCharsets.UTF_8));
        return filled == null ? null : new String(filled.bytes(), StandardCharsets.UTF_8);
    }

    private static String direct(String body, String link, Map<String, String> values) {
        return form(body, link).json(values, Function.identity(), null);
    }

    @Test
    void aUsualStoryIsPreparedAndFilledForEachShop() {
        String body = "Koffie uit **Peru**.\n\nKom naar {{shop.name}} in *{{shop.town}}*! Open: {{shop.openingHours}}.";
        for (String name : List.of("Wereldwinkel Zeist", "Thee & Zo", "Winkel 't Hoekje", "Café Één (op de hoek) 3")) {
            Map<String, String> values =
                    Map.of("shop.name", name, "shop.town", "Zeist", "shop.website", "https://winkel.example/");
            String prepared = prepared(body, "{{shop.website}}/verhalen", values);
            assertNotNull(prepared, name);
            assertEquals(direct(body, "{{shop.website}}/verhalen", values), prepared);
            assertTrue(prepared.contains("https://winkel.example/verhalen") && prepared.contains("shop.openingHours"));
        }
    }

    @Test
    void aValueThatMeansSomethingToMarkdownIsSeenInItsPlace() {
        for (String name : List.of("Wereld*winkel*", "<b>Vet</b>", "1. Eerste", "2Switch", "a\"b", "Wer&eld", "]( x")) {
            assertNull(prepared("Bij {{shop.name}}.", null, Map.of("shop.name", name)), name);
        }
    }

    @Test
    void aFieldWhereItsWordsMakeADifferenceIsNotPrepared() {
        Map<String, String> values = Map.of("shop.name", "Zeist", "shop.website", "https://winkel.example");
        for (String body : List.of(
                "[Lees verder]({{shop.website}})",
                "<{{shop.name}}>",
                "[x]: {{shop.website}}\n\n[x]",
                "[x][{{shop.name}}]\n\n[Zeist]: /a")) {
            assertNull(prepared(body, null, values), body);
        }
    }

    @Test
    void whateverIsGivenIsWhatWouldBeMade() {
        Random random = new Random(20261122);
        int given = 0;
        int rounds = 30_000;
        for (int round = 0; round < rounds; round++) {
            StringBuilder body = new StringBuilder();
            for (int pieces = random.nextInt(14) + 1; pieces > 0; pieces--) {
                body.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            Map<String, String> values = new HashMap<>();
            for (String field : List.of("a.b", "c.d", "e.f")) {
                if (random.nextInt(4) > 0) {
                    values.put(field, VALUES.get(random.nextInt(random.nextBoolean() ? 9 : VALUES.size())));
                }
            }
            String link = random.nextInt(3) == 0 ? "{{c.d}}/pagina?x={{a.b}}" : null;
            String prepared = prepared(body.toString(), link, values);
            if (prepared != null) {
                given++;
                assertEquals(direct(body.toString(), link, values), prepared, () -> body + " with " + values);
            }
        }
        assertTrue(given > rounds / 4, given + " of " + rounds);
    }
}
