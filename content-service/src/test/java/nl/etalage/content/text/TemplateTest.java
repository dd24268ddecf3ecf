package nl.etalage.content.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

    private final Template template = new Template(Map.of(
            "shop.name", "Wereldwinkel Zeist",
            "shop.town", "Zeist",
            "shop.website", "https://zeist.example/",
            "shop.motto", "Eerlijk *en* <b>lekker</b> [hier](javascript:alert(1))"));

    @Test
    void fieldsAreFilled() {
        assertEquals("Bij Wereldwinkel Zeist in Zeist.", template.markdown("Bij {{shop.name}} in {{ shop.town }}."));
        assertEquals(List.of(), template.missing());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kom langs. Wij zijn open: {{shop.hours}}. Tot dan! | Kom langs. Tot dan!",
                "Bel {{shop.phone}} voor meer. Tot dan! | Tot dan!",
                "Kom langs. Bel {{shop.phone}}! | Kom langs.",
                "Kom **nu. Bel {{shop.phone}}.** Tot dan! | Tot dan!",
                "Zie [onze uren. {{shop.hours}}](https://x.nl). Tot dan! | Tot dan!",
            })
    void aSentenceWithAnEmptyFieldIsLeftOut(String text, String left) {
        assertEquals(left, template.markdown(text));
    }

    @Test
    void whatIsMissingIsNamedOnceInOrder() {
        template.markdown("Open: {{shop.hours}}. Bel {{shop.phone}}. Nog eens {{shop.hours}}.");
        assertEquals(List.of("shop.hours", "shop.phone"), template.missing());
    }

    @Test
    void aListItemOrHeadingWithAnEmptyFieldGoesWithItsMark() {
        assertEquals(
                "# Kom langs\n\n- in Zeist\n- tot dan",
                template.markdown(
                        "# Kom langs\n\n## Open {{shop.hours}}\n\n- in {{shop.town}}\n- bel {{shop.phone}}\n- tot dan"));
    }

    @Test
    void aParagraphThatLosesAllItsSentencesLeavesNoHole() {
        assertEquals("Een.\n\nTwee.", template.markdown("Een.\n\nOpen: {{shop.hours}}.\n\nTwee."));
    }

    @Test
    void markdownInAValueIsText() {
        assertEquals(
                "Eerlijk \\*en\\* \\<b\\>lekker\\</b\\> \\[hier\\](javascript:alert(1))",
                template.markdown("{{shop.motto}}"));
        assertEquals(
                "<p>Eerlijk *en* &lt;b&gt;lekker&lt;/b&gt; [hier](javascript:alert(1))</p>",
                Markdown.toHtml(template.markdown("{{shop.motto}}")));
    }

    @Test
    void aTitleKeepsItsWordsWhenItsOnlySentenceMissesAField() {
        assertEquals("Koffie bij", template.title("Koffie bij {{shop.nickname}}"));
        assertEquals(List.of("shop.nickname"), template.missing());
    }

    @Test
    void aLinkBeginsWithTheSiteOrEscapesItsParts() {
        assertEquals("https://zeist.example/koffie", template.link("{{shop.website}}/koffie"));
        assertEquals(
                "https://kaart.example/?q=Wereldwinkel+Zeist", template.link("https://kaart.example/?q={{shop.name}}"));
    }

    @Test
    void aLinkWithAnEmptyFieldOrNoWebAddressIsNone() {
        assertNull(template.link("{{shop.webshop}}/koffie"));
        assertNull(template.link("{{shop.town}}"));
        assertEquals(List.of("shop.webshop"), template.missing());
    }

    @Test
    void bracesThatAreNoFieldAreSeen() {
        assertEquals(true, MergeField.malformedIn("Hallo {{Shop Name}}"));
        assertEquals(false, MergeField.malformedIn("Hallo {{shop.name}} {niet}"));
    }
}
