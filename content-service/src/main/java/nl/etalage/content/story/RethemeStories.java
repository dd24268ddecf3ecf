package nl.etalage.content.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import nl.etalage.content.theme.ThemesMerged;

/**
 * Gives stories the theme that another became part of. What they say stays as it is, also in fixed revisions; a version
 * that somebody has open is one behind.
 */
@ApplicationScoped
class RethemeStories {

    /** In order, so that two transactions never wait for each other. */
    private static final String STORIES =
            """
            UPDATE story SET content = with_theme(content, ?, ?), version = version + 1
            WHERE id IN (SELECT id FROM story WHERE content -> 'themes' @> to_jsonb(CAST(? AS text))
                         ORDER BY id FOR UPDATE)""";

    private static final String FIXED = "SELECT retheme_fixed(?, ?)";

    private final DataSource dataSource;
    private final Event<StoriesRethemed> rethemed;

    RethemeStories(DataSource dataSource, Event<StoriesRethemed> rethemed) {
        this.dataSource = dataSource;
        this.rethemed = rethemed;
    }

    void follow(@Observes ThemesMerged merged) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement stories = connection.prepareStatement(STORIES);
                PreparedStatement fixed = connection.prepareStatement(FIXED)) {
            stories.setString(1, merged.gone());
            stories.setString(2, merged.stays());
            stories.setString(3, merged.gone());
            stories.executeUpdate();
            fixed.setString(1, merged.gone());
            fixed.setString(2, merged.stays());
            fixed.execute();
        } catch (SQLException failure) {
            throw new IllegalStateException("Stories can't get another theme", failure);
        }
        rethemed.fire(new StoriesRethemed(merged.gone()));
    }
}
