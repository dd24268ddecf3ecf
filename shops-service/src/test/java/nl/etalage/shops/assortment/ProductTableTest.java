package nl.etalage.shops.assortment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.etalage.problem.ProblemException;
import nl.etalage.shops.ShopsProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as webshops write them. */
class ProductTableTest {

    private static final String WOOCOMMERCE =
            """
            ID,Type,SKU,"GTIN, UPC, EAN, or ISBN",Name,Published,"Short description",Images,Parent,"External URL",\
            Brands,"Attribute 1 name","Attribute 1 value(s)"
            44,variable,tas,,"Tas van ""Fair & Co""\",1,"Regel een
            regel twee, met komma","https://winkel.example/a.jpg, https://winkel.example/b.jpg",,,"Makers > Fair\\, Co, Tweede",Kleur,"Rood, Blauw"
            45,variation,tas-rood,8712345678906,"Tas - Rood",1,,,tas,,,Kleur,Rood
            46,variation,'-12,,,1,,,id:44,,,Kleur,Blauw
            47,external,pennant,,Vlag,1,,,,https://elders.example/vlag,,Merk,Huila
            """;

    private static final String SHOPIFY =
            """
            Handle,Title,Body (HTML),Vendor,Option1 Name,Option1 Value,Variant SKU,Variant Price,Variant Barcode,Image Src,Google Shopping / MPN,Variant Image
            armband,Armband,"<p>Mooi</p>",Huila,Kleur,Blauw,,12.50,'8712345678906,https://cdn.example/1.jpg,H-1,https://cdn.example/blauw.jpg
            armband,,,,,Zwart,'0012,12.50,,https://cdn.example/2.jpg,,
            armband,,,,,,,,,https://cdn.example/3.jpg,,
            ring,Ring,,Huila,Title,Default Title,,9,INTERN-7,,,
            """;

    private static ProductTable read(String text) {
        return ProductTable.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static AssortmentItem item(ProductTable table, int place) {
        return table.rows().get(place).item();
    }

    @Test
    void wooCommerceWithVariationsOfTheirProduct() {
        ProductTable table = read(WOOCOMMERCE);
        assertEquals(4, table.rows().size());
        AssortmentItem bag = item(table, 0);
        assertEquals("tas", bag.sku());
        assertEquals("Tas van \"Fair & Co\"", bag.title());
        assertEquals("Fair, Co", bag.brand());
        assertEquals("https://winkel.example/a.jpg", bag.picture());
        AssortmentItem red = item(table, 1);
        assertEquals("8712345678906", red.gtin());
        assertEquals("Fair, Co", red.brand());
        assertEquals("https://winkel.example/a.jpg", red.picture());
        AssortmentItem blue = item(table, 2);
        assertEquals("-12", blue.sku(), "the apostrophe only guards against formulas");
        assertEquals(bag.title(), blue.title());
        assertEquals("Huila", item(table, 3).brand(), "named among the attributes");
        assertEquals("https://elders.example/vlag", item(table, 3).url());
        assertTrue(table.unused().containsAll(List.of("Type", "Short description")));
    }

    @Test
    void shopifyWithVariantsAndRowsThatAreOnlyPictures() {
        ProductTable table = read(SHOPIFY);
        assertEquals(3, table.rows().size());
        assertEquals(
                new AssortmentItem(
                        "8712345678906",
                        null,
                        "Huila",
                        null,
                        "H-1",
                        "Armband - Blauw",
                        null,
                        "https://cdn.example/blauw.jpg"),
                item(table, 0));
        assertEquals("0012", item(table, 1).sku());
        assertEquals("Armband - Zwart", item(table, 1).title());
        assertEquals("Huila", item(table, 1).brand());
        GivenRow ring = table.rows().get(2);
        assertEquals("Ring", ring.item().title());
        assertNull(ring.item().gtin(), "a code of the shop's own is no GTIN");
        assertEquals("item.gtin-left-out", ring.notes().get(0).key());
    }

    @Test
    void googleMerchantCenter() {
        ProductTable table = read(
                """
                id\ttitle\tlink\timage_link\tgtin\tbrand\tmpn\tprice
                K250\tKoffie\thttps://winkel.example/koffie\thttps://winkel.example/k.jpg\t96385074\tHuila\tH-2\t4.50 EUR
                """);
        assertEquals(
                new AssortmentItem(
                        "96385074",
                        "K250",
                        "Huila",
                        null,
                        "H-2",
                        "Koffie",
                        "https://winkel.example/koffie",
                        "https://winkel.example/k.jpg"),
                item(table, 0));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Artikelnummer;Naam;EAN-code;Merk;Afbeeldingen            | K1;Koffie;96385074;Huila;
            Naam;Merken;GTIN-, UPC-, EAN- of ISBN-nummer;Artikelnummer | Koffie;Huila;96385074;K1
            Name;Marken;Artikelnummer;Barcode                        | Koffie;Huila;K1;96385074
            Nom;UGS;Marque;Code EAN                                  | Koffie;K1;Huila;96385074
            Nombre;SKU;Marca;Meta: _wpm_gtin_code                    | Koffie;K1;Huila;96385074
            Title;URL handle;Vendor;SKU;Barcode                      | Koffie;koffie;Huila;K1;96385074
            Eigenschap 1 naam;Eigenschap 1 waarde(n);SKU;Naam;EAN    | Merk;Huila;K1;Koffie;96385074
            Attribut 1 Name;Attribut 1 Wert(e);SKU;Name;EAN          | Marke;Huila;K1;Koffie;96385074
            """)
    void headingsInAnyLanguageAndOrder(String headings, String row) {
        assertEquals(
                new AssortmentItem("96385074", "K1", "Huila", null, null, "Koffie", null, null),
                item(read(headings + "\r\n" + row + "\r\n"), 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
    void everySpreadsheetsFileIsRead(String charset) {
        String mark = charset.equals("windows-1252") ? "" : "\uFEFF";
        byte[] file = (mark + "sku;naam;merk\r\nK1;Crème brûlée;Één\r\n").getBytes(Charset.forName(charset));
        AssortmentItem item = ProductTable.read(file).rows().get(0).item();
        assertEquals("Crème brûlée", item.title());
        assertEquals("Één", item.brand());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF"})
    void aCharacterCutInTwoSpoilsNoOthers(String mark) {
        byte[] file = (mark + "sku;naam;Beschrijving\r\nK1;Crème brûlée;Café~\r\n").getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < file.length; at++) {
            // The first half of an é.
            file[at] = file[at] == '~' ? (byte) 0xC3 : file[at];
        }
        assertEquals(
                "Crème brûlée", ProductTable.read(file).rows().get(0).item().title());
    }

    @Test
    void aSpreadsheetMayNameItsSeparatorFirst() {
        assertEquals("Huila", item(read("sep=;\r\nsku;merk\r\nK1;Huila\r\n"), 0).brand());
    }

    @Test
    void aSeparatorWithinQuotesSeparatesNothing() {
        assertEquals("K1", item(read("\"a,b,c,d\";sku;e\n1;K1;2\n"), 0).sku());
    }

    @Test
    void aRowWithTooManyOrTooFewCellsIsRefusedAndTheOthersAreNot() {
        ProductTable table = read("sku,naam\nK1\nK2,Thee\nK3,Koffie,te veel\n\n ,\n");
        assertEquals(3, table.rows().size());
        assertEquals(
                GivenRow.Remark.of("", "row.cells", 1, 2), table.rows().get(0).refusal());
        assertEquals("K2", item(table, 1).sku());
        assertEquals(
                GivenRow.Remark.of("", "row.cells", 3, 2), table.rows().get(2).refusal());
    }

    @Test
    void aVariationWithoutANumberOfItsOwnIsItsProduct() {
        ProductTable table = read("SKU,Name,Parent\ntas,Tas,\n,Tas - Rood,tas\n");
        assertEquals(
                List.of("tas", "tas"),
                table.rows().stream().map(row -> row.item().sku()).toList());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            sku;ean  | K1;8,71235E+12 | gtin
            sku;ean  | K1;8.71235e+12 | gtin
            sku;ean  | K1;9E+12       | gtin
            sku;naam | 8,71E+12;Thee  | sku
            """)
    void aNumberThatASpreadsheetShortenedIsSaidToBe(String headings, String row, String field) {
        GivenRow read = read(headings + "\n" + row + "\n").rows().get(0);
        assertEquals("item.number-shortened", read.refusal().key());
        assertEquals(field, read.refusal().field());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            8712345678906.0              | 8712345678906
            8712345678906,00             | 8712345678906
            "=""8712345678906""\"        | 8712345678906
            8712345678906,8712345678913  | 8712345678906
            HUISCODE; 8712345678906      | 8712345678906
            '8712345678906               | 8712345678906
            8.712.345.678.906            | 8712345678906
            8,712,345,678,906            | 8712345678906
            871 2345 678906              | 871 2345 678906
            12345678905                  | 012345678905
            12345678906                  |
            9780306406                   |
            """)
    void aCodeIsReadWhateverAProgramMadeOfIt(String written, String gtin) {
        assertEquals(gtin, item(read("sku\tbarcode\nK1\t" + written + "\n"), 0).gtin());
    }

    @Test
    void aZeroThatWasLostIsPutBackAndTold() {
        GivenRow row = read("sku;upc\nK1;12345678905\n").rows().get(0);
        assertEquals(List.of(GivenRow.Remark.of("gtin", "item.gtin-zero", "012345678905")), row.notes());
    }

    @Test
    void ofMoreColumnsWithACodeTheOneThatIsACodeCounts() {
        ProductTable table = read(
                """
                sku;Meta: _wpm_gtin_code_label;Meta: _wpm_gtin_code;EAN
                K1;EAN:;8712345678906;
                K2;EAN:;;8712345678906
                K3;;12345670;8712345678906
                """);
        assertEquals(
                List.of("8712345678906", "8712345678906", "12345670"),
                table.rows().stream().map(row -> row.item().gtin()).toList());
        assertTrue(table.rows().stream().allMatch(row -> row.notes().isEmpty()));
    }

    @Test
    void aCodeAmongTheAttributesCounts() {
        assertEquals(
                "8712345678906",
                item(read("SKU,Attribute 1 name,Attribute 1 value(s)\nK1,EAN-code,8712345678906\n"), 0)
                        .gtin());
    }

    @Test
    void whatGuardsANameAgainstFormulasIsNoPartOfIt() {
        ProductTable table = read("SKU,Name,Brands\nK1,'-20% op koffie,'@Home\nK2,'s Ochtends,'70s\n");
        assertEquals("-20% op koffie", item(table, 0).title());
        assertEquals("@Home", item(table, 0).brand());
        assertEquals("'s Ochtends", item(table, 1).title());
        assertEquals("'70s", item(table, 1).brand());
    }

    @Test
    void anAddressThatIsNoneIsLeftOutWithANote() {
        GivenRow row = read("sku;url;afbeelding\nK1;javascript:alert(1);foto van koffie.jpg\n")
                .rows()
                .get(0);
        assertNull(row.item().url());
        assertNull(row.item().picture());
        assertEquals(
                List.of("url", "picture"),
                row.notes().stream().map(GivenRow.Remark::field).toList());
    }

    @Test
    void thousandsOfColumnsAreRead() {
        StringBuilder headings = new StringBuilder("sku");
        StringBuilder row = new StringBuilder("K1");
        for (int column = 0; column < 5_000; column++) {
            headings.append(",Meta: _veld_").append(column);
            row.append(',').append(column);
        }
        ProductTable table = read(headings + "\n" + row + "\n");
        assertEquals("K1", item(table, 0).sku());
        assertEquals(50, table.unused().size());
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            '  '              | table.empty
            naam;prijs        | table.no-product
            'sku;"naam'       | table.malformed
            'sku\u0000;naam'  | table.encoding
            """)
    void aFileThatIsNoTableIsRefusedWithTheReason(String text, String reason) {
        assertEquals(reason, refusal(text));
    }

    @Test
    void whatWouldFillTheMemoryIsRefusedWhileItIsRead() {
        assertEquals("table.too-wide", refusal("sku,naam\n" + ",".repeat(BoundedReader.MOST_CELLS + 10_000)));
        assertEquals("table.too-wide", refusal("sku,naam\n\"\n\"" + ",\"\n\"".repeat(40_000)));
        assertEquals("table.too-wide", refusal("sku,naam\nK1,\"" + "x".repeat(1_100_000) + "\""));
        assertEquals("table.too-many-products", refusal("sku\n" + "K\n".repeat(TakeAssortment.MOST + 1)));
    }

    private static String refusal(String text) {
        ProblemException refused = assertThrows(ProblemException.class, () -> read(text));
        assertEquals(ShopsProblem.TABLE_UNREADABLE, refused.type());
        String sentence = refused.violations().get(0).text().toString();
        return sentence.replaceFirst(".*key=([a-z-]+\\.[a-z-]+).*", "$1");
    }
}
