package nl.etalage.scheduling.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;

/** A person did what they were asked to, or said that it needs no doing: in their own transaction. */
@ApplicationScoped
public class CloseTask {

    private final DataSource dataSource;
    private final Notices notices;
    private final Clock clock;

    CloseTask(DataSource dataSource, Notices notices, Clock clock) {
        this.dataSource = dataSource;
        this.notices = notices;
        this.clock = clock;
    }

    /** Closes the task about a publication, if there is one. */
    public void about(String shop, UUID publication) {
        try (Connection connection = dataSource.getConnection()) {
            notices.taskDone(connection, shop, publication, clock.instant());
        } catch (SQLException failure) {
            throw new IllegalStateException("A task could not be closed", failure);
        }
    }
}
