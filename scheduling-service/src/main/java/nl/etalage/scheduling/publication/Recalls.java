package nl.etalage.scheduling.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import nl.etalage.scheduling.SchedulingProblem;

/** Which stories were taken back. */
@ApplicationScoped
class Recalls {

    private static final String STANDS = "SELECT 1 FROM recall WHERE story = ? AND lifted_at IS NULL";

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
}
