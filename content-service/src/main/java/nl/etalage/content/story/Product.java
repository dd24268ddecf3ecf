package nl.etalage.content.story;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A product that a story is about, by any of its keys; at least one is given.
 *
 * @param gtin 8, 12, 13 or 14 digits
 * @param sku the network's own number
 * @param brand name of the brand
 * @param supplier name of the supplier
 * @param article the supplier's article number
 */
public record Product(
        @Schema(maxLength = 100, nullable = true) String gtin,
        @Schema(maxLength = 100, nullable = true) String sku,
        @Schema(maxLength = 100, nullable = true) String brand,
        @Schema(maxLength = 100, nullable = true) String supplier,
        @Schema(maxLength = 100, nullable = true) String article) {}
