package nl.etalage.content.story;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.etalage.content.Findings;
import nl.etalage.content.productkey.Gtin;
import nl.etalage.content.text.Markdown;

/** What may be saved, however unfinished it is. */
public final class StoryRules {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}");
    private static final int SLUG_LENGTH = 60;

    /** Time stamps outside this are slips of the keyboard; the database could not hold the far ones. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private StoryRules() {}

    /** Adds whatever is not acceptable, even in a draft. */
    public static void check(StoryContent content, Findings findings) {
        if (content.type() == null) {
            findings.add("/type", "required");
        }
        texts(content, findings);
        lists(content, findings);
        times(content, findings);
        new Details(content).check(findings);
    }

    /** All texts of a story by JSON pointer. */
    public static Map<String, String> textsOf(StoryContent content) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("/title", content.title());
        texts.put("/summary", content.summary());
        texts.put("/body", content.body());
        texts.put("/readerValue", content.readerValue());
        texts.put("/question", content.question());
        texts.put("/callToAction", content.callToAction());
        texts.put("/link", content.link());
        content.channelTexts().forEach((platform, text) -> texts.put("/channelTexts/" + platform.word(), text));
        texts.putAll(new Details(content).texts());
        return texts;
    }

    /** Adds what is wrong with Markdown: too long, or nested past what can be shown. */
    public static void markdown(String pointer, String text, int most, Findings findings) {
        findings.tooLong(pointer, text, most);
        nesting(pointer, text, most, findings);
    }

    /** Adds that Markdown is nested past what can be shown; of a text that is too long anyway nothing. */
    public static void nesting(String pointer, String text, int most, Findings findings) {
        if (text != null && text.length() <= 2 * most && Markdown.tooDeep(text)) {
            findings.add(pointer, "markdown.too-deep");
        }
    }

    private static void texts(StoryContent content, Findings findings) {
        findings.tooLong("/title", content.title(), Limits.TITLE);
        findings.tooLong("/summary", content.summary(), Limits.SUMMARY);
        markdown("/body", content.body(), Limits.BODY, findings);
        findings.tooLong("/readerValue", content.readerValue(), Limits.READER_VALUE);
        findings.tooLong("/question", content.question(), Limits.LINE);
        findings.tooLong("/callToAction", content.callToAction(), Limits.LINE);
        content.channelTexts()
                .forEach((platform, text) ->
                        markdown("/channelTexts/" + platform.word(), text, Limits.CHANNEL_TEXT, findings));
        link(content.link(), findings);
        asItStands("/credit", content.credit(), Limits.CREDIT, findings);
        if (content.locale() != null && !LANGUAGE.matcher(content.locale()).matches()) {
            findings.add("/locale", "locale");
        }
        if (content.ownerGroup() != null && !slug(content.owner())) {
            findings.add("/owner", "slug");
        }
    }

    /** Adds what is wrong with a text that goes out as it stands: braces in it would be seen. */
    public static void asItStands(String pointer, String text, int most, Findings findings) {
        findings.tooLong(pointer, text, most);
        if (text != null && text.contains("{{")) {
            findings.add(pointer, "asset.braces");
        }
    }

    private static void link(String link, Findings findings) {
        findings.tooLong("/link", link, Limits.LINK);
        if (link == null || link.isBlank() || link.length() > Limits.LINK) {
            return;
        }
        // A field may stand for the whole beginning, such as the shop's website.
        String filled = link.strip()
                .replaceFirst("^\\{\\{[^}]*}}", "https://example.org")
                .replaceAll("\\{\\{[^}]*}}", "x");
        try {
            URI address = new URI(filled);
            boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
            if (!web || address.getHost() == null) {
                findings.add("/link", "link");
            }
        } catch (URISyntaxException malformed) {
            findings.add("/link", "link");
        }
    }

    private static void lists(StoryContent content, Findings findings) {
        unique("/functions", content.functions(), findings);
        unique("/audience", content.audience(), findings);
        unique("/season", content.season(), findings);
        unique("/assets", content.assets(), findings);
        unique("/lockedFields", content.lockedFields(), findings);
        findings.tooMany("/assets", content.assets(), Limits.ASSETS);
        words("/themes", content.themes(), findings);
        words("/targetGroups", content.targetGroups(), findings);
        for (int at = 0; at < Math.min(content.targetGroups().size(), Limits.WORDS); at++) {
            if (!slug(content.targetGroups().get(at))) {
                findings.add("/targetGroups/" + at, "slug");
            }
        }
        findings.tooMany("/products", content.products(), Limits.PRODUCTS);
        for (int at = 0; at < Math.min(content.products().size(), Limits.PRODUCTS); at++) {
            product("/products/" + at, content.products().get(at), findings);
        }
    }

    private static void words(String pointer, List<String> words, Findings findings) {
        findings.tooMany(pointer, words, Limits.WORDS);
        for (int at = 0; at < Math.min(words.size(), Limits.WORDS); at++) {
            findings.required(pointer + "/" + at, words.get(at), SLUG_LENGTH);
        }
    }

    private static void product(String pointer, Product product, Findings findings) {
        boolean named = false;
        for (String key :
                new String[] {product.gtin(), product.sku(), product.brand(), product.supplier(), product.article()}) {
            named |= key != null && !key.isBlank();
            findings.tooLong(pointer, key, Limits.PRODUCT_KEY);
        }
        if (!named) {
            findings.add(pointer, "product.empty");
        }
        if (product.gtin() != null && Gtin.of(product.gtin()).isEmpty()) {
            findings.add(pointer + "/gtin", Gtin.hasForm(product.gtin()) ? "product.gtin-check" : "product.gtin");
        }
    }

    private static void unique(String pointer, Collection<?> items, Findings findings) {
        if (new HashSet<>(items).size() < items.size()) {
            findings.add(pointer, "twice");
        }
    }

    private static void times(StoryContent content, Findings findings) {
        within("/availableFrom", content.availableFrom(), findings);
        within("/availableUntil", content.availableUntil(), findings);
        if (content.availableFrom() != null
                && content.availableUntil() != null
                && !content.availableUntil().isAfter(content.availableFrom())) {
            findings.add("/availableUntil", "until-before-from");
        }
    }

    private static void within(String pointer, Instant instant, Findings findings) {
        if (instant != null && (instant.isBefore(EARLIEST) || instant.isAfter(LATEST))) {
            findings.add(pointer, "time.range");
        }
    }

    private static boolean slug(String text) {
        return text.length() <= SLUG_LENGTH && SLUG.matcher(text).matches();
    }
}
