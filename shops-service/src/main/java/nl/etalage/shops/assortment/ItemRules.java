package nl.etalage.shops.assortment;

import java.net.URI;
import java.net.URISyntaxException;
import nl.etalage.shops.validation.Findings;

/** What an item of an assortment must hold to. */
final class ItemRules {

    static final int LONGEST_KEY = 100;
    static final int LONGEST_TITLE = 300;
    static final int LONGEST_URL = 1000;

    private ItemRules() {}

    /** Notes all that is wrong with an item, at pointers within it. */
    static void check(AssortmentItem item, Findings findings) {
        if (item == null) {
            findings.add("", "required");
            return;
        }
        if (item.gtin() == null && item.sku() == null && item.brand() == null && item.supplier() == null) {
            findings.add("", "item.no-key");
        }
        if (item.gtin() != null && Gtin.of(item.gtin()).isEmpty()) {
            findings.add("/gtin", Gtin.hasForm(item.gtin()) ? "item.gtin-check" : "item.gtin");
        }
        findings.line("/sku", item.sku(), LONGEST_KEY);
        findings.line("/brand", item.brand(), LONGEST_KEY);
        findings.line("/supplier", item.supplier(), LONGEST_KEY);
        findings.line("/article", item.article(), LONGEST_KEY);
        findings.line("/title", item.title(), LONGEST_TITLE);
        address("/url", item.url(), findings);
        address("/picture", item.picture(), findings);
    }

    private static void address(String pointer, String text, Findings findings) {
        if (text == null) {
            return;
        }
        if (text.length() > LONGEST_URL) {
            findings.add(pointer, "too-long", LONGEST_URL);
        } else if (!isAddress(text)) {
            findings.add(pointer, "not-a-url");
        }
    }

    /** Whether a text is the address of something on the web, and fits. */
    static boolean isAddress(String text) {
        if (text.length() > LONGEST_URL || text.codePoints().anyMatch(Character::isISOControl)) {
            return false;
        }
        try {
            URI url = new URI(text);
            boolean web = "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
            boolean whole = text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
            return web && whole && url.getHost() != null && url.getRawUserInfo() == null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
