package nl.etalage.shops.assortment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole exports, with the columns in the order in which the programs write them, and what spreadsheets make of them. */
class WebshopExportsTest {

    /** WooCommerce 9 in Dutch. */
    private static final String WOOCOMMERCE_DUTCH =
            """
            ID,Type,SKU,"GTIN-, UPC-, EAN- of ISBN-nummer",Naam,Gepubliceerd,"Is uitgelicht?","Zichtbaarheid in catalogus",\
            "Korte beschrijving",Beschrijving,"Op voorraad?",Voorraad,"Reguliere prijs",Categorieën,Tags,Afbeeldingen,Hoofd,\
            "Gegroepeerde producten","Externe URL",Positie,Merken,"Eigenschap 1 naam","Eigenschap 1 waarde(n)","Meta: _yoast_wpseo_title"
            12,simple,KOF-250,8712345678906,"Koffie ""Huila"", 250 g",1,0,visible,"<p>Vol
            en rond</p>","Regel een\nregel twee",1,40,"4,95","Eten > Koffie","koffie, eerlijk",https://winkel.example/wp-content/uploads/koffie.jpg,,,,0,"Café Chavalo",,,
            13,variable,SJAAL,,Sjaal,1,0,visible,,,1,,,Mode,,,,,,0,Sari,Kleur,"Rood, Blauw",
            14,variation,SJAAL-R,96385074,"Sjaal - Rood",1,0,visible,,,1,3,"12,50",,,https://winkel.example/rood.jpg,SJAAL,,,1,,Kleur,Rood,
            15,variation,,,"Sjaal - Blauw",1,0,visible,,,1,3,"12,50",,,,SJAAL,,,2,,Kleur,Blauw,
            16,grouped,,,"Cadeauset",1,0,visible,,,1,,,,,,,"KOF-250, SJAAL",,0,,,,
            """;

    /** Shopify since 2024, with markets. */
    private static final String SHOPIFY =
            """
            Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,Option1 Value,Option1 Linked To,\
            Option2 Name,Option2 Value,Option2 Linked To,Variant SKU,Variant Grams,Variant Inventory Qty,Variant Price,\
            Variant Barcode,Image Src,Image Position,Gift Card,Google Shopping / MPN,Variant Image,Cost per item,\
            Included / Netherlands,Price / Netherlands,Status
            mand,Mand uit Ghana,"<p>Gevlochten,
            met ""zorg""</p>",Bolga,Home & Garden > Baskets,Mand,"mand, ghana",true,Maat,Klein,,Kleur,Naturel,,M-K,400,5,24.95,9521234500315,https://cdn.example/mand.jpg,1,false,,,11.00,true,,active
            mand,,,,,,,,,Groot,,,Naturel,,M-G,900,2,34.95,,https://cdn.example/mand2.jpg,2,,,,15.00,true,,
            mand,,,,,,,,,,,,,,,,,,,https://cdn.example/mand3.jpg,3,,,,,,,
            bon,Cadeaubon,,Wereldwinkel,,,,true,Title,Default Title,,,,,,0,,10.00,,,,true,,,,true,,active
            """;

    private static List<AssortmentItem> items(String text) {
        return items(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<AssortmentItem> items(byte[] file) {
        return ProductTable.read(file).rows().stream()
                .map(row -> {
                    assertNull(row.refusal(), row.toString());
                    return row.item();
                })
                .toList();
    }

    @Test
    void wooCommerceInDutch() {
        List<AssortmentItem> items = items(WOOCOMMERCE_DUTCH);
        assertEquals(
                new AssortmentItem(
                        "8712345678906",
                        "KOF-250",
                        "Café Chavalo",
                        null,
                        null,
                        "Koffie \"Huila\", 250 g",
                        null,
                        "https://winkel.example/wp-content/uploads/koffie.jpg"),
                items.get(0));
        assertEquals("96385074", items.get(2).gtin());
        assertEquals("Sari", items.get(2).brand(), "a variation is of its product's brand");
        assertEquals("SJAAL-R", items.get(2).sku());
        assertEquals("Sari", items.get(3).brand());
        assertEquals("Sjaal - Blauw", items.get(3).title());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
    void theSameAsASpreadsheetKeepsIt(String charset) {
        String kept = WOOCOMMERCE_DUTCH
                .replace("Korte beschrijving", "Korte beschrijving; in het kort")
                .replace("\n", "\r\n");
        String mark = charset.equals("windows-1252") ? "" : "\uFEFF";
        assertEquals(items(WOOCOMMERCE_DUTCH), items((mark + kept).getBytes(Charset.forName(charset))));
        String old = kept.replace("\r\n", "\r");
        assertEquals(items(WOOCOMMERCE_DUTCH), items((mark + old).getBytes(Charset.forName(charset))));
    }

    @Test
    void shopifyWithMarketsAndAProductOnSeveralRows() {
        List<AssortmentItem> items = items(SHOPIFY);
        assertEquals(3, items.size());
        assertEquals(
                new AssortmentItem(
                        "9521234500315",
                        "M-K",
                        "Bolga",
                        null,
                        null,
                        "Mand uit Ghana - Klein / Naturel",
                        null,
                        "https://cdn.example/mand.jpg"),
                items.get(0));
        assertEquals("M-G", items.get(1).sku());
        assertEquals("Bolga", items.get(1).brand());
        assertEquals("Mand uit Ghana - Groot / Naturel", items.get(1).title());
        assertEquals("Cadeaubon", items.get(2).title());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n\nsku;naam\nK1;Thee\n",
                "\r\n \r\nsku;naam\r\nK1;Thee\r\n",
                ";\nsku;naam\nK1;Thee\n",
                "sep=;\r\n\r\nsku;naam\r\nK1;Thee\r\n"
            })
    void emptyLinesBeforeTheHeadingsAreNoHeadings(String table) {
        List<AssortmentItem> items = items(table);
        assertEquals(1, items.size());
        assertEquals("K1", items.get(0).sku());
        assertEquals("Thee", items.get(0).title());
    }

    @Test
    void aRowIsCalledAsASpreadsheetNumbersIt() {
        ProductTable table =
                ProductTable.read("sku,naam\nK1,\"twee\nregels\"\n\nK2,Thee\nK3\n".getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(2, 4, 5), table.rows().stream().map(GivenRow::row).toList());
        assertEquals("row.cells", table.rows().get(2).refusal().key());
    }

    @Test
    void whatASpreadsheetAddsBehindTheLastCellIsNoCell() {
        List<AssortmentItem> items = items("sku;naam;merk;;\nK1;Thee;Sari;;\nK2;Koffie;;;\n");
        assertEquals(2, items.size());
        assertEquals("Sari", items.get(0).brand());
        assertTrue(items.get(1).brand() == null);
    }
}
