package nl.etalage.content.contribution;

import nl.etalage.content.story.StoryType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What story to make of it.
 *
 * @param type kind of story; null for a story about a shop
 */
@Schema(name = "TakeRequest")
public record TakeRequest(@Schema(nullable = true) StoryType type) {

    static final TakeRequest NOTHING_SAID = new TakeRequest(null);

    StoryType typeOrShop() {
        return type == null ? StoryType.SHOP : type;
    }
}
