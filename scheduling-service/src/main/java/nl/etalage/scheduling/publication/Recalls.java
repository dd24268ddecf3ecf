package nl.etalage.scheduling.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import nl.etalage.scheduling.SchedulingProblem;

/** Which stories were taken back, and which pictures may be used no longer. */
@ApplicationScoped
class Recalls {

    private static final String STANDS = "SELECT 1 FROM recall WHERE story = ? AND lifted_at IS NULL";

    private static final String ENDED =
            """
            SELECT 1 FROM picture_end WHERE asset = ANY (?::uuid[]) AND lifted_at IS NULL
             UNION ALL
            SELECT 1 FROM dropped_picture WHERE asset = ANY (?::uuid[]) AND story = ? AND revision > ?
             LIMIT 1""";

    private final DataSource dataSource;

    Recalls(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @throws nl.etalage.problem.ProblemException 409 when the story was taken back */
    void requireNone(UUID story) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(STANDS)) {
            select.setObject(1, story);
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    throw SchedulingProblem.STORY_RECALLED.because();
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("Recalls could not be read", failure);
        }
    }

    /**
     * @throws nl.etalage.problem.ProblemException 409 when one of the pictures may be used no longer, or was taken out of
     *     the story by a critical correction since
     */
    void requirePictures(Snapshot snapshot) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(ENDED)) {
            Array pictures = connection.createArrayOf(
                    "uuid", snapshot.assets().stream().map(SnapshotAsset::id).toArray());
            select.setArray(1, pictures);
            select.setArray(2, pictures);
            select.setObject(3, snapshot.story());
            select.setInt(4, snapshot.revision());
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    throw SchedulingProblem.PICTURE_ENDED.because();
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("Ended pictures could not be read", failure);
        }
    }
}
