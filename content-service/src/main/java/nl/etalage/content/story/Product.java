package nl.etalage.content.story;

/**
 * A product that a story is about, by any of its keys; at least one is given.
 *
 * @param gtin 8, 12, 13 or 14 digits
 * @param sku the network's own number
 * @param brand name of the brand
 * @param supplier name of the supplier
 * @param article the supplier's article number
 */
public record Product(String gtin, String sku, String brand, String supplier, String article) {}
