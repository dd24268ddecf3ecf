package nl.etalage.content.library;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.etalage.content.access.Shop;
import nl.etalage.content.story.Audience;
import nl.etalage.content.story.Season;
import nl.etalage.content.story.StoryContent;
import nl.etalage.content.story.StoryFunction;
import nl.etalage.content.story.StoryType;

/**
 * What a shop's stories can be chosen by, whether any story has it or not. Not the products: of those there are as many
 * as a network sells.
 */
final class KnownFacets {

    /** More themes or languages than this are not all tried. */
    private static final int MOST = 500;

    /** Languages one after another from an index, however many stories each has. */
    private static final String LISTS =
            """
            WITH RECURSIVE language AS (
                (SELECT locale FROM library_item WHERE locale IS NOT NULL ORDER BY locale LIMIT 1)
                UNION ALL
                SELECT (SELECT i.locale FROM library_item i WHERE i.locale > l.locale ORDER BY i.locale LIMIT 1)
                FROM language l WHERE l.locale IS NOT NULL)
            (SELECT 'theme:' || key AS facet FROM theme ORDER BY key LIMIT ?)
            UNION ALL
            (SELECT 'locale:' || locale FROM language WHERE locale IS NOT NULL LIMIT ?)""";

    private KnownFacets() {}

    /** As they stand in library_item. */
    static List<String> of(Connection connection, Shop shop) throws SQLException {
        List<String> known = new ArrayList<>();
        addWords(known, StoryFacet.TYPE, StoryType.values());
        addWords(known, StoryFacet.FUNCTION, StoryFunction.values());
        addWords(known, StoryFacet.AUDIENCE, Audience.values());
        addWords(known, StoryFacet.SEASON, Season.values());
        known.add(StoryFacet.OWNER.with(StoryContent.NETWORK));
        shop.groups().forEach(group -> known.add(StoryFacet.OWNER.with(group)));
        try (PreparedStatement select = connection.prepareStatement(LISTS)) {
            select.setInt(1, MOST);
            select.setInt(2, MOST);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    known.add(row.getString("facet"));
                }
            }
        }
        return known;
    }

    private static void addWords(List<String> known, StoryFacet facet, Enum<?>[] words) {
        Arrays.stream(words).forEach(word -> known.add(facet.with(StoryFacet.word(word))));
    }
}
