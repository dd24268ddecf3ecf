package nl.etalage.content.product;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A key that somebody asked for, as they wrote it. One of {@code gtin}, {@code sku}, {@code brand} and {@code supplier}
 * is there.
 *
 * @param article of the supplier; null when all of the supplier is asked
 */
@Schema(name = "ProductKey")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AskedKey(
        @Schema(nullable = true, examples = "8712345678906") String gtin,
        @Schema(nullable = true) String sku,
        @Schema(nullable = true) String brand,
        @Schema(nullable = true) String supplier,
        @Schema(nullable = true) String article) {

    static AskedKey gtin(String gtin) {
        return new AskedKey(gtin, null, null, null, null);
    }

    static AskedKey sku(String sku) {
        return new AskedKey(null, sku, null, null, null);
    }

    static AskedKey brand(String brand) {
        return new AskedKey(null, null, brand, null, null);
    }

    static AskedKey supplier(String supplier, String article) {
        return new AskedKey(null, null, null, supplier, article);
    }

    /** Name of the parameter it came by. */
    String kind() {
        if (gtin != null) {
            return "gtin";
        }
        if (sku != null) {
            return "sku";
        }
        return brand != null ? "brand" : "supplier";
    }

    /** What it says. */
    List<String> texts() {
        return Stream.of(gtin, sku, brand, supplier, article)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Whether it names one product, and not all of a brand or supplier. */
    boolean product() {
        return brand == null && (supplier == null || article != null);
    }
}
