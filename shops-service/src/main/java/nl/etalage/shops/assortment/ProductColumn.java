package nl.etalage.shops.assortment;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A column of a table of products, by the headings that webshops give it: WooCommerce in Dutch, English, German, French
 * and Spanish, Shopify, Google Merchant Center, and what people write themselves.
 *
 * @see <a href="https://github.com/woocommerce/woocommerce/wiki/Product-CSV-Import-Schema">WooCommerce's columns</a>
 * @see <a href="https://help.shopify.com/en/manual/products/import-export/using-csv">Shopify's columns</a>
 * @see <a href="https://support.google.com/merchants/answer/7052112">Google's product data</a>
 */
enum ProductColumn {
    GTIN(""),
    SKU(
            "sku variant-sku ugs artikelnummer artikelnr artikel-nr art-nr artnr artikelcode productcode product-code"
                    + " productnummer item-number item-code reference referencia numero-de-articulo article-sku artikelnummer-sku"),
    ID("id product-id offer-id"),
    BRAND(
            "brand merk marke marque marca vendor verkoper manufacturer fabrikant producent hersteller fabricant"
                    + " fabricante maker product-brand brand-name merknaam google-shopping-brand meta-brand meta-wc-gla-brand meta-woosea-brand"),
    BRANDS("brands merken marken marques marcas"),
    SUPPLIER("supplier leverancier lieferant fournisseur proveedor importeur importer groothandel wholesaler"
            + " supplier-name naam-leverancier"),
    ARTICLE("mpn google-shopping-mpn google-shopping-manufacturer-part-number-mpn meta-wc-gla-mpn meta-woosea-mpn"
            + " supplier-article supplier-sku supplier-article-number article article-number"
            + " artikelnummer-leverancier leverancier-artikelnummer leveranciersartikelnummer leveranciersnummer"
            + " artikelnummer-fabrikant manufacturer-part-number bestelnummer vendor-code article-code"),
    TITLE("name naam title titel product-name productnaam product-title producttitel product nom nombre nome"
            + " bezeichnung artikelnaam artikel titre titulo nl-title-short us-title-short"),
    URL("link url product-url external-url externe-url permalink product-link canonical-url webadres url-externe"
            + " url-externa online-store-url"),
    VARIANT_PICTURE("variant-image variant-image-url"),
    PICTURE("images image image-src image-link image-url product-image-url picture foto fotos afbeelding afbeeldingen"
            + " bilder bild imagenes imagen"),
    HANDLE("handle url-handle"),
    PARENT("parent parent-sku hoofdproduct hoofd bovenliggend bovenliggende bovenliggend-product ubergeordnetes-produkt"
            + " ubergeordnet eltern superior principal"),
    PUBLISHED("published published-on-online-store gepubliceerd veroffentlicht publie publicado pubblicato"),
    STATUS("status post-status product-status productstatus"),
    OPTION("option1-value option2-value option3-value"),
    ATTRIBUTE_NAME(""),
    ATTRIBUTE_VALUE("");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> CODES = Set.of(
            "gtin",
            "gtin8",
            "gtin12",
            "gtin13",
            "gtin14",
            "ean",
            "ean8",
            "ean13",
            "eancode",
            "upc",
            "isbn",
            "isbn13",
            "barcode",
            "barcodes",
            "streepjescode",
            "strichcode");

    /** WooCommerce numbers its attributes; the two columns of each say what it is called and what it says. */
    private static final Pattern ATTRIBUTE = Pattern.compile(
            "(?:attribute|attribuut|eigenschap|attribut|atributo)-(?:du-produit-)?(\\d{1,4})-(.+)"
                    + "|(?:nom|valeur-s|nombre|valor-es|naam|waarde-n)-(?:de-l-attribut|del-atributo|eigenschap)-(\\d{1,4})");

    /** How Shopify heads a field that a shop made itself: its name, and behind it where it is kept. */
    private static final Pattern OWN_FIELD =
            Pattern.compile("(.+?)\\s*\\((?:product|variant)\\.metafields\\.[^)]*\\)", Pattern.CASE_INSENSITIVE);

    /** What such a field may say; anything else of that name means something of the shop's own. */
    private static final Set<ProductColumn> KEYS = EnumSet.of(GTIN, BRAND, BRANDS, SUPPLIER, ARTICLE);

    private static final Pattern NAME = Pattern.compile("name|naam|nom|nombre|nome");
    private static final Pattern VALUES =
            Pattern.compile("values?|value-s|waarden?|waarde-n|werte?|wert-e|valeurs?|valeur-s|valor(es)?|valor-es");

    @SuppressWarnings("ImmutableEnumChecker") // Set.of gives one that nobody can change.
    private final Set<String> headings;

    ProductColumn(String headings) {
        this.headings = Set.of(headings.split(" "));
    }

    /** The column of a heading; empty for one we have no use for. */
    static Optional<ProductColumn> of(String heading) {
        var own = OWN_FIELD.matcher(heading);
        return own.matches() ? named(own.group(1)).filter(KEYS::contains) : named(heading);
    }

    private static Optional<ProductColumn> named(String heading) {
        String plain = plain(heading);
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        Optional<ProductColumn> named = Arrays.stream(values())
                .filter(column -> column.headings.contains(plain))
                .findFirst();
        if (named.isPresent()) {
            return named;
        }
        var attribute = ATTRIBUTE.matcher(plain);
        if (attribute.matches()) {
            return attribute(plain, attribute.group(2));
        }
        return saysGtin(plain) ? Optional.of(GTIN) : Optional.empty();
    }

    private static Optional<ProductColumn> attribute(String plain, String part) {
        String what = part == null ? plain.substring(0, plain.indexOf('-')) : part;
        if (NAME.matcher(what).matches()) {
            return Optional.of(ATTRIBUTE_NAME);
        }
        boolean values = VALUES.matcher(what).matches() || part == null;
        return values ? Optional.of(ATTRIBUTE_VALUE) : Optional.empty();
    }

    /** The number of an attribute's column. */
    static int attributeNumber(String heading) {
        var digits = Pattern.compile("\\d{1,4}").matcher(plain(heading));
        return digits.find() ? Integer.parseInt(digits.group()) : 0;
    }

    /** Whether an attribute of this name says the brand. */
    static boolean saysBrand(String name) {
        String plain = plain(name);
        return BRAND.headings.contains(plain) || BRANDS.headings.contains(plain);
    }

    /** Whether a column or an attribute of this name says the number under the bars. */
    static boolean saysGtin(String name) {
        return Stream.of(plain(name).split("-")).anyMatch(CODES::contains);
    }

    /** Without capitals, accents and punctuation, the words joined by hyphens. */
    static String plain(String text) {
        String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return Stream.of(GAPS.split(bare, -1)).filter(word -> !word.isEmpty()).collect(Collectors.joining("-"));
    }
}
