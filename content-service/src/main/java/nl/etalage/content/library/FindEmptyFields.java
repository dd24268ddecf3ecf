package nl.etalage.content.library;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import nl.etalage.content.story.StoryContent;
import nl.etalage.content.story.StoryRules;
import nl.etalage.content.text.KnownMergeFields;
import nl.etalage.content.text.MergeField;
import nl.etalage.paging.PageRequest;
import nl.etalage.rowsecurity.RowSecurity;

/** Finds the shops where a sentence of a story would be left out. */
@ApplicationScoped
class FindEmptyFields {

    /** A language a shop does not keep falls back to its own, as it does where a story is filled. */
    private static final String PAGE =
            """
            SELECT slug, empty FROM (
                SELECT s.slug, ARRAY(
                    SELECT f FROM unnest(?) WITH ORDINALITY AS field (f, place)
                    WHERE coalesce(trim(coalesce(s.merge_fields -> coalesce(?, s.locale),
                                                 s.merge_fields -> s.locale) ->> f), '') = ''
                    ORDER BY place) AS empty
                FROM shop s
                WHERE s.kind = 'shop' AND s.state = 'active' AND s.slug > ?
                  AND (CAST(? AS text) IS NULL OR ? = ANY (s.groups))
                  AND (cardinality(CAST(? AS text[])) = 0 OR s.groups && ?)
                  AND (NOT ? OR EXISTS (
                      SELECT FROM assortment_key k WHERE k.shop = s.slug AND k.key = ANY (?)))) shops
            WHERE cardinality(empty) > 0
            ORDER BY slug LIMIT ?""";

    private final DataSource dataSource;
    private final KeysOfStory keys;
    private final RowSecurity rowSecurity;

    FindEmptyFields(DataSource dataSource, KeysOfStory keys, RowSecurity rowSecurity) {
        this.dataSource = dataSource;
        this.keys = keys;
        this.rowSecurity = rowSecurity;
    }

    /** In order of slug, one more than the page holds. */
    List<EmptyFields> page(StoryContent story, PageRequest page) {
        Object[] fields = fieldsOf(story).toArray();
        if (fields.length == 0) {
            return List.of();
        }
        // Whom the story is for may hang on what each shop sells.
        rowSecurity.enterAll();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setArray(1, connection.createArrayOf("text", fields));
            select.setString(2, story.locale());
            select.setString(3, page.first() ? "" : page.after().get(0));
            select.setString(4, story.ownerGroup());
            select.setString(5, story.ownerGroup());
            select.setArray(
                    6, connection.createArrayOf("text", story.targetGroups().toArray()));
            select.setArray(
                    7, connection.createArrayOf("text", story.targetGroups().toArray()));
            select.setBoolean(8, story.onlyStocked());
            select.setArray(9, connection.createArrayOf("text", keys.of(story).toArray()));
            select.setInt(10, page.limit() + 1);
            return rows(select);
        } catch (SQLException failure) {
            throw new IllegalStateException("The shops can't be read", failure);
        }
    }

    /** What shops fill in; a campaign fills its own fields for all of them alike. */
    private static List<String> fieldsOf(StoryContent story) {
        return StoryRules.textsOf(story).values().stream()
                .filter(Objects::nonNull)
                .flatMap(text -> MergeField.in(text).stream())
                .map(MergeField::name)
                .filter(name -> !KnownMergeFields.OF_CAMPAIGN.contains(name))
                .distinct()
                .toList();
    }

    private static List<EmptyFields> rows(PreparedStatement select) throws SQLException {
        List<EmptyFields> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(new EmptyFields(row.getString("slug"), Arrays.asList((String[])
                        row.getArray("empty").getArray())));
            }
        }
        return found;
    }
}
