package nl.etalage.scheduling.channel;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import nl.etalage.scheduling.ops.WorkerDatabase;

/** Seals with the present key what a former one sealed, so that the former can be taken out of the configuration. */
@ApplicationScoped
public class SealAnew {

    private static final int BATCH = 100;
    private static final String OLD =
            """
            SELECT id, credentials, credentials_key_id FROM channel
             WHERE credentials IS NOT NULL AND credentials_key_id <> ? ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED""";
    private static final String STORE = "UPDATE channel SET credentials = ?, credentials_key_id = ? WHERE id = ?";

    private final WorkerDatabase database;
    private final Vault vault;

    SealAnew(WorkerDatabase database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** Returns how many were sealed anew. */
    public int run() {
        int sum = 0;
        int batch;
        do {
            batch = database.transaction((connection, tell) -> batch(connection));
            sum += batch;
        } while (batch == BATCH);
        return sum;
    }

    private int batch(Connection connection) throws SQLException {
        int count = 0;
        try (PreparedStatement select = connection.prepareStatement(OLD)) {
            select.setString(1, vault.currentKeyId());
            select.setInt(2, BATCH);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID channel = row.getObject("id", UUID.class);
                    String secret = vault.open(
                            channel, new Sealed(row.getString("credentials"), row.getString("credentials_key_id")));
                    store(connection, channel, vault.seal(channel, secret));
                    count++;
                }
            }
        }
        return count;
    }

    private static void store(Connection connection, UUID channel, Sealed sealed) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(STORE)) {
            update.setString(1, sealed.text());
            update.setString(2, sealed.keyId());
            update.setObject(3, channel);
            update.executeUpdate();
        }
    }
}
