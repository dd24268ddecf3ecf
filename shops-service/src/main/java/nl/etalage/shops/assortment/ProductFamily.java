package nl.etalage.shops.assortment;

import java.util.HashMap;
import java.util.Map;

/** Products by what their variants call them, so that a variant has the name, brand and picture of its product. */
final class ProductFamily {

    private final Map<String, ProductCells> heads = new HashMap<>();

    /** The first row under a name is the product itself. */
    void know(ProductCells cells) {
        cells.names().forEach(name -> heads.putIfAbsent(name, cells));
    }

    /** The row with what it leaves to its product filled in. */
    ProductCells complete(ProductCells cells) {
        ProductCells head = cells.head() == null ? null : heads.get(cells.head());
        return head == null || head.equals(cells) ? cells : cells.completedBy(head);
    }
}
