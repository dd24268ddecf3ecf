package nl.etalage.content.library;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import nl.etalage.content.story.StoryContent;

/**
 * For which shops a story is. Events carry it, so that who waits can be told apart without asking the database; what a
 * shop may read is decided by the library's one query.
 *
 * @param ownerGroup the group of shops that owns it; null for the network
 * @param groups for whom; empty for all
 * @param reach every group it was ever for, {@code *} for all: these hear of its removal
 */
record LibraryAudience(String ownerGroup, List<String> groups, List<String> reach) {

    private static final String EVERYBODY = "*";

    LibraryAudience {
        groups = List.copyOf(groups);
        reach = List.copyOf(reach);
    }

    static LibraryAudience of(ResultSet row) throws SQLException {
        return new LibraryAudience(row.getString("owner_group"), texts(row, "groups"), texts(row, "reach"));
    }

    static LibraryAudience of(JsonNode data) {
        JsonNode audience = data.path("for");
        return new LibraryAudience(
                audience.hasNonNull("ownerGroup") ? audience.get("ownerGroup").asText() : null,
                texts(audience.path("groups")),
                texts(audience.path("reach")));
    }

    /** The audience of a story that had reached these before. */
    static LibraryAudience of(StoryContent content, Collection<String> reachedBefore) {
        Set<String> reach = new LinkedHashSet<>(reachedBefore);
        if (!content.targetGroups().isEmpty()) {
            reach.addAll(content.targetGroups());
        } else {
            reach.add(content.ownerGroup() == null ? EVERYBODY : content.ownerGroup());
        }
        return new LibraryAudience(content.ownerGroup(), content.targetGroups(), List.copyOf(reach));
    }

    /** Whether it is for a shop in these groups now. */
    boolean includes(Collection<String> shopGroups) {
        return (ownerGroup == null || shopGroups.contains(ownerGroup))
                && (groups.isEmpty() || groups.stream().anyMatch(shopGroups::contains));
    }

    /** Whether it is, or ever was. */
    boolean reached(Collection<String> shopGroups) {
        return reach.contains(EVERYBODY) || reach.stream().anyMatch(shopGroups::contains);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
