package nl.etalage.content.product;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import nl.etalage.content.story.StoryType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a story answers what was asked. */
@Schema(name = "ProductMatch")
public enum Match {
    /** It names the product. */
    @JsonProperty("product")
    PRODUCT,
    /** It tells of who makes or supplies it. */
    @JsonProperty("maker")
    MAKER,
    /** It tells of its brand. */
    @JsonProperty("brand")
    BRAND;

    /** By the keys that a story was found by. */
    static Match of(Collection<String> keys, StoryType type) {
        if (keys.stream().anyMatch(Match::namesProduct)) {
            return PRODUCT;
        }
        boolean brand =
                keys.stream().anyMatch(key -> key.startsWith(StoryKeys.BRAND) || key.startsWith(StoryKeys.OF_BRAND));
        return type == StoryType.MAKER || !brand ? MAKER : BRAND;
    }

    private static boolean namesProduct(String key) {
        return key.startsWith(StoryKeys.GTIN) || key.startsWith(StoryKeys.SKU) || key.startsWith(StoryKeys.ARTICLE);
    }
}
