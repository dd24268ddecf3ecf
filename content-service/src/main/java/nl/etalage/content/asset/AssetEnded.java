package nl.etalage.content.asset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.etalage.eventfeed.NewEvent;

/**
 * What services hear of a file that may be used no longer, or may be used again.
 *
 * @param shop whose it is; null for the network
 * @param end when and why; null when it may be used again
 */
public record AssetEnded(UUID asset, String shop, AssetEnd end) {

    /** From a row of asset with {@code id, shop, end_reason, ends_at}. */
    public static AssetEnded of(ResultSet row) throws SQLException {
        Instant at = row.getObject("ends_at", OffsetDateTime.class).toInstant();
        return new AssetEnded(
                row.getObject("id", UUID.class), row.getString("shop"), new AssetEnd(at, row.getString("end_reason")));
    }

    /** The event for the feed {@code work}. */
    public NewEvent toEvent() {
        Map<String, Object> data = new HashMap<>();
        data.put("asset", asset);
        if (shop != null) {
            data.put("shop", shop);
        }
        if (end != null) {
            data.put("reason", end.reason());
            data.put("endsAt", end.at().toString());
        }
        return new NewEvent(
                "nl.etalage.content.asset." + (end == null ? "available" : "ended") + ".v1", "asset/" + asset, data);
    }
}
