package nl.etalage.content.product;

import nl.etalage.content.productkey.Gtin;
import nl.etalage.content.productkey.PlainName;

/** A product in a shop's assortment by its keys, all in the form in which they are compared; what isn't known is null. */
record StockedProduct(String gtin, String sku, String brand, String supplier, String article) {

    /** Whether it is the product that is asked for. */
    boolean is(AskedKey asked) {
        if (asked.gtin() != null) {
            return Gtin.of(asked.gtin()).map(Gtin::value).orElseThrow().equals(gtin);
        }
        if (asked.sku() != null) {
            return PlainName.of(asked.sku()).equals(sku);
        }
        return asked.article() != null
                && PlainName.of(asked.article()).equals(article)
                && PlainName.of(asked.supplier()).equals(supplier);
    }
}
