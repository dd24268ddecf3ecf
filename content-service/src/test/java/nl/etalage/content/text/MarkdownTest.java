package nl.etalage.content.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[klik](javascript:alert(1))",
                "[klik](data:text/html;base64,PHNjcmlwdD4=)",
                "<a href=\"jav&#x09;ascript:alert(1)\">x</a>",
                "<svg/onload=alert(1)>",
                "<iframe src=\"https://evil.example\"></iframe>",
                "![x](https://evil.example/pixel.gif)",
                "<style>body{display:none}</style>",
                "<div onclick=\"alert(1)\">x</div>",
            })
    void nothingHarmfulComesOut(String markdown) {
        String html = Markdown.toHtml(markdown);
        assertFalse(
                html.matches(
                        "(?is).*(<script|<img|<svg|<iframe|<style|<div|=\"javascript:|=\"data:|<[^>]*on[a-z]+=).*"),
                html);
    }

    @Test
    void whatAStoryNeedsComesOut() {
        assertEquals(
                "<h2>Koffie</h2>\n<p>Van <strong>boer</strong> <em>Ana</em>, <a href=\"https://x.example/\">lees</a>.</p>\n"
                        + "<ul><li>een</li><li>twee</li></ul>",
                Markdown.toHtml("## Koffie\n\nVan **boer** *Ana*, [lees](https://x.example/).\n\n- een\n- twee"));
    }

    @Test
    void textWithoutMarkupReadsAsSomebodyWouldTypeIt() {
        assertEquals(
                """
                Koffie

                Van boer Ana & co, lees (https://x.example/?a=1).
                Nieuwe regel.

                - een
                - twee met (haakjes)
                  - dieper

                3. drie
                4. vier

                “Lekker!”""",
                Markdown.toText(
                        """
                        # Koffie

                        Van **boer** *Ana* &amp; co, [lees](https://x.example/?a=1).
                        Nieuwe regel.

                        * een
                        * twee met \\(haakjes\\)
                          * dieper

                        3. drie
                        4. vier

                        ---

                        > Lekker!

                        <!-- niets -->
                        """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#koffie @wereldwinkel_zeist", "Ik <3 koffie", "5 * 3 = 15", "12.30 uur – 50% korting 🎉"})
    void whatOnlyLooksLikeMarkupStays(String text) {
        assertEquals(text, Markdown.toText(text));
    }

    @Test
    void aLinkThatIsItsOwnTextIsThereOnce() {
        assertEquals("https://x.example", Markdown.toText("<https://x.example>"));
        assertEquals("https://x.example", Markdown.toText("[https://x.example](https://x.example)"));
        assertEquals("klik", Markdown.toText("[klik](javascript:alert(1))"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", "- ", "*a **b ", "[", "`", "1. "})
    void textThatNestsWithoutEndIsFoundOrHarmless(String part) {
        String text = part.repeat(5_000) + "x";
        if (!Markdown.tooDeep(text)) {
            assertTrue(Markdown.toHtml(text).length() < 400_000);
            assertTrue(Markdown.toText(text).length() <= text.length());
        }
    }

    @Test
    void quotationsInsideQuotationsWithoutEndAreTooDeep() {
        assertTrue(Markdown.tooDeep("> ".repeat(1_000) + "x"));
        assertFalse(Markdown.tooDeep("> > een\n\n- twee\n  - drie\n    - vier"));
    }

    @Test
    void whatHasFewMarksIsNeverDeep() {
        Random random = new Random(7);
        List<String> pieces = List.of(
                "> ", "- ", "* ", "1. ", "2) ", "**", "_", "`", "[a](", ")", "<b>", "~~", "    ", "\n", "\n\n", " ",
                "x", "woord ", "# ", "![", "]", "&amp;", "\\", "===\n", "| ", "\t");
        int shallow = 0;
        for (int time = 0; time < 20_000; time++) {
            StringBuilder text = new StringBuilder();
            for (int piece = random.nextInt(40); piece > 0; piece--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            if (Markdown.shallow(text.toString())) {
                shallow++;
                assertFalse(Markdown.deep(Markdown.parse(text.toString())), text.toString());
            }
        }
        assertTrue(shallow > 1_000);
        for (String opener : List.of("> ", "- ", "* ", "1. ")) {
            int most = 0;
            while (Markdown.shallow(opener.repeat(most) + "x")) {
                assertFalse(Markdown.deep(Markdown.parse(opener.repeat(most) + "x")), opener + most);
                most++;
            }
        }
    }
}
