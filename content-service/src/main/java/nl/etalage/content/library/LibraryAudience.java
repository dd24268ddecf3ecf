package nl.etalage.content.library;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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
 * @param onlyStocked whether it is only for who sells one of its products
 * @param translated whether it has siblings in other languages, of which a shop has one
 * @param reach every audience it ever had: these hear of its removal. Each is its conditions joined by {@code +}: slugs
 *     of groups, and {@code =stock} for who sells it; {@code *} for all
 */
record LibraryAudience(
        String ownerGroup, List<String> groups, boolean onlyStocked, boolean translated, List<String> reach) {

    private static final String EVERYBODY = "*";
    private static final String WHO_SELLS = "=stock";
    private static final String AND = "+";

    LibraryAudience {
        groups = List.copyOf(groups);
        reach = List.copyOf(reach);
    }

    static LibraryAudience of(ResultSet row) throws SQLException {
        return new LibraryAudience(
                row.getString("owner_group"),
                texts(row, "groups"),
                row.getBoolean("only_stocked"),
                row.getObject("translation_set") != null,
                texts(row, "reach"));
    }

    static LibraryAudience of(JsonNode data) {
        JsonNode audience = data.path("for");
        return new LibraryAudience(
                audience.hasNonNull("ownerGroup") ? audience.get("ownerGroup").asText() : null,
                texts(audience.path("groups")),
                audience.path("onlyStocked").asBoolean(),
                audience.path("translated").asBoolean(),
                texts(audience.path("reach")));
    }

    /** The audience of a story that had reached these before. */
    static LibraryAudience of(StoryContent content, boolean translated, Collection<String> reachedBefore) {
        Set<String> reach = new LinkedHashSet<>(reachedBefore);
        if (content.targetGroups().isEmpty()) {
            reach.add(conditions(content, null));
        }
        content.targetGroups().forEach(group -> reach.add(conditions(content, group)));
        return new LibraryAudience(
                content.ownerGroup(), content.targetGroups(), content.onlyStocked(), translated, List.copyOf(reach));
    }

    private static String conditions(StoryContent content, String group) {
        Set<String> all = new LinkedHashSet<>();
        if (content.ownerGroup() != null) {
            all.add(content.ownerGroup());
        }
        if (group != null) {
            all.add(group);
        }
        if (content.onlyStocked()) {
            all.add(WHO_SELLS);
        }
        return all.isEmpty() ? EVERYBODY : String.join(AND, all);
    }

    /** Whether it is for a shop in these groups now. */
    boolean includes(Collection<String> shopGroups, boolean sells) {
        return (ownerGroup == null || shopGroups.contains(ownerGroup))
                && (groups.isEmpty() || groups.stream().anyMatch(shopGroups::contains))
                && (!onlyStocked || sells);
    }

    /**
     * Whether it is, or ever was.
     *
     * @param sold whether the shop sells something that it was ever only for the sellers of
     */
    boolean reached(Collection<String> shopGroups, boolean sold) {
        return reach.stream()
                .anyMatch(audience -> audience.equals(EVERYBODY)
                        || parts(audience).stream()
                                .allMatch(condition ->
                                        condition.equals(WHO_SELLS) ? sold : shopGroups.contains(condition)));
    }

    /** Whether for whom it is can't be told from the groups of a shop alone. */
    boolean uncertain() {
        return translated
                || onlyStocked
                || reach.stream().anyMatch(audience -> parts(audience).contains(WHO_SELLS));
    }

    private static List<String> parts(String audience) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = audience.indexOf(AND); at >= 0; at = audience.indexOf(AND, from)) {
            parts.add(audience.substring(from, at));
            from = at + 1;
        }
        parts.add(audience.substring(from));
        return parts;
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
