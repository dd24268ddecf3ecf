package nl.etalage.content.asset;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.etalage.eventfeed.NewEvent;

/**
 * What services hear of a file before it may be used no longer.
 *
 * @param shop whose it is; null for the network
 * @param end when and why; null when it doesn't end
 */
public record AssetEnding(UUID asset, String shop, AssetEnd end) {

    /**
     * It will end.
     *
     * @param days 30 or 7: within how many
     * @param title of the story whose version shows the shop's own; null where none does
     */
    public NewEvent warning(int days, String title) {
        Map<String, Object> data = data();
        data.put("reason", end.warning());
        data.put("days", days);
        if (title != null) {
            data.put("title", title);
        }
        return event("ending", data);
    }

    /** It ends at another moment than was said before, or not at all. */
    NewEvent moved() {
        return event("ending-moved", data());
    }

    private Map<String, Object> data() {
        Map<String, Object> data = new HashMap<>();
        data.put("asset", asset);
        if (shop != null) {
            data.put("shop", shop);
        }
        if (end != null) {
            data.put("endsAt", end.at().toString());
        }
        return data;
    }

    private NewEvent event(String happened, Map<String, Object> data) {
        return new NewEvent("nl.etalage.content.asset." + happened + ".v1", "asset/" + asset + "/ending", data);
    }
}
