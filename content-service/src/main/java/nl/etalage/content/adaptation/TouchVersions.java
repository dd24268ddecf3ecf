package nl.etalage.content.adaptation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.etalage.content.asset.AssetDescribed;

/** Moves the libraries of shops whose own versions show a file of which something changed. */
@ApplicationScoped
public class TouchVersions {

    private static final String TOUCH = "SELECT touch_versions_with(?)";

    private final DataSource dataSource;

    TouchVersions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void describe(@Observes AssetDescribed asset) {
        try (Connection connection = dataSource.getConnection()) {
            with(connection, List.of(asset.asset()));
        } catch (SQLException failure) {
            throw new IllegalStateException("Own versions can't be told of a file", failure);
        }
    }

    /** In the caller's transaction. */
    public static void with(Connection connection, Collection<UUID> files) throws SQLException {
        try (PreparedStatement touch = connection.prepareStatement(TOUCH)) {
            touch.setArray(1, connection.createArrayOf("uuid", files.toArray()));
            touch.execute();
        }
    }
}
