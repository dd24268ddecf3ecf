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

    /** Shopify's newer headings, that its template and its help show since 2024. */
    private static final String SHOPIFY_TEMPLATE =
            """
            Title,URL handle,Description,Vendor,Product category,Type,Tags,Published on online store,Status,SKU,Barcode,\
            Option1 name,Option1 value,Option1 Linked To,Price,Compare-at price,Cost per item,Charge tax,Inventory tracker,\
            Inventory quantity,Weight value (grams),Product image URL,Image position,Image alt text,Variant image URL,\
            Gift card,SEO title,Color (product.metafields.shopify.color-pattern),\
            Google Shopping / Manufacturer part number (MPN)
            Mand uit Ghana,mand,"<p>Gevlochten,<br>
            met ""zorg""</p>",Bolga,Home & Garden > Baskets,Mand,"mand, ghana",TRUE,Active,M-K,'9521234500315,Maat,Klein,,24.95,,11,TRUE,shopify,5,400,https://cdn.example/mand.jpg,1,,https://cdn.example/klein.jpg,FALSE,,natural,B-1
            ,mand,,,,,,,,M-G,,,Groot,,34.95,,15,TRUE,shopify,2,900,https://cdn.example/mand2.jpg,2,,,,,,
            ,mand,,,,,,,,,,,,,,,,,,,,https://cdn.example/mand3.jpg,3,,,,,,
            Sjaal,sjaal,,Sari,,,,FALSE,Active,SJ,,Title,Default Title,,19,,,,,,,,,,,,,,
            Tas,tas,,Sari,,,,TRUE,Archived,TS,,Title,Default Title,,19,,,,,,,,,,,,,,
            Kom,kom,,Sari,,,,TRUE,Draft,KM-1,,Kleur,Rood,,19,,,,,,,,,,,,,,
            ,kom,,,,,,,,KM-2,,,Blauw,,19,,,,,,,,,,,,,,
            """;

    /** WooCommerce in German, a part of the columns in another order. */
    private static final String WOOCOMMERCE_GERMAN =
            """
            Name,Artikelnummer,"GTIN, UPC, EAN oder ISBN",Typ,Veröffentlicht,"Sichtbarkeit im Katalog","Vorrätig?","Lieferrückstande erlaubt?",\
            "Übergeordnetes Produkt","Externe URL",Marken,"Attribut 1 Name","Attribut 1 Wert(e)",Bilder
            Schal,SCH,,variable,1,visible,1,0,,,Sari,Farbe,"Rot, Blau",https://laden.example/schal.jpg
            "Schal – Rot",SCH-R,8712345678906,variation,1,visible,1,0,SCH,,,Farbe,Rot,
            Entwurf,ENT,,simple,-1,visible,1,0,,,,,,
            """;

    /** WooCommerce in French. */
    private static final String WOOCOMMERCE_FRENCH =
            """
            ID,Type,UGS,"GTIN, UPC, EAN ou ISBN",Nom,Publié,"Mis en avant ?","Visibilité dans le catalogue","En stock ?",Images,Parent,\
            "URL externe",Marques,"Nom de l’attribut 1","Valeur(s) de l’attribut 1","Attribut 1 visible","Attribut 1 global"
            7,variable,ECH,,Écharpe,1,0,visible,1,https://boutique.example/e.jpg,,,Sari,Couleur,"Rouge, Bleu",1,1
            8,variation,ECH-R,8712345678906,"Écharpe - Rouge",1,0,visible,1,,id:7,,,Couleur,Rouge,,1
            9,simple,PRI,,Privé,0,0,visible,1,,,,,,,,
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

    @Test
    void shopifyByItsNewerHeadings() {
        List<GivenRow> rows = ProductTable.read(SHOPIFY_TEMPLATE.getBytes(StandardCharsets.UTF_8))
                .rows();
        assertEquals(
                new AssortmentItem(
                        "9521234500315",
                        "M-K",
                        "Bolga",
                        null,
                        "B-1",
                        "Mand uit Ghana - Klein",
                        null,
                        "https://cdn.example/klein.jpg"),
                rows.get(0).item());
        assertEquals("Mand uit Ghana - Groot", rows.get(1).item().title());
        assertEquals("Bolga", rows.get(1).item().brand());
        assertEquals(
                List.of("item.unsold-hidden", "item.unsold-archived", "item.unsold-draft", "item.unsold-variant"),
                rows.stream().skip(2).map(row -> row.unsold().key()).toList());
    }

    @Test
    void aBarcodeUnderShopifysNewestHeading() {
        List<AssortmentItem> items =
                items("Title,URL handle,SKU,Barcodes\nMand,mand,M-K,\"9521234500315, 8712345678906\"\n");
        assertEquals("9521234500315", items.get(0).gtin());
    }

    @Test
    void fieldsThatAShopMadeInShopifyItself() {
        ProductTable table = ProductTable.read(
                """
                Title,URL handle,SKU,Leverancier (product.metafields.custom.leverancier),\
                EAN (variant.metafields.custom.ean),Status (product.metafields.custom.status)
                Mand,mand,M-K,Sarana,8712345678906,draft
                """
                        .getBytes(StandardCharsets.UTF_8));
        assertEquals(
                new AssortmentItem("8712345678906", "M-K", null, "Sarana", null, "Mand", null, null),
                table.rows().get(0).item());
        assertNull(table.rows().get(0).unsold());
        assertEquals(List.of("Status (product.metafields.custom.status)"), table.unused());
    }

    @ParameterizedTest
    @ValueSource(strings = {WOOCOMMERCE_GERMAN, WOOCOMMERCE_FRENCH})
    void wooCommerceInGermanAndFrench(String export) {
        List<GivenRow> rows =
                ProductTable.read(export.getBytes(StandardCharsets.UTF_8)).rows();
        AssortmentItem head = rows.get(0).item();
        AssortmentItem red = rows.get(1).item();
        assertEquals("Sari", head.brand());
        assertEquals("8712345678906", red.gtin());
        assertEquals(head.sku() + "-R", red.sku());
        assertEquals("Sari", red.brand());
        assertEquals(head.picture(), red.picture());
        assertTrue(rows.get(2).unsold() != null);
    }

    @Test
    void columnsThatExcelLeavesOutOfSixteenRowsAreEmpty() {
        StringBuilder table = new StringBuilder("sku;naam;merk;Meta: _a\n");
        for (int row = 2; row <= 40; row++) {
            table.append("K").append(row).append(";Thee").append(row <= 16 ? ";Sari;" : row <= 32 ? ";Sari" : "");
            table.append("\n");
        }
        List<AssortmentItem> items = items(table.toString());
        assertEquals(39, items.size());
        assertEquals("Sari", items.get(30).brand());
        assertEquals(new AssortmentItem(null, "K40", null, null, null, "Thee", null, null), items.get(38));
    }

    @Test
    void aRowCutShortAmongWholeOnesIsRefusedWhereverItStands() {
        StringBuilder table = new StringBuilder("sku;naam;merk\n");
        for (int row = 2; row <= 40; row++) {
            table.append("K").append(row).append(row == 20 ? ";Thee\n" : ";Thee;Sari\n");
        }
        List<GivenRow> rows = ProductTable.read(table.toString().getBytes(StandardCharsets.UTF_8))
                .rows();
        assertEquals(
                List.of(20),
                rows.stream()
                        .filter(row -> row.refusal() != null)
                        .map(GivenRow::row)
                        .toList());
    }
}
