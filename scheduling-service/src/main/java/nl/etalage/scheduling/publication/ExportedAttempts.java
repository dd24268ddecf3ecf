package nl.etalage.scheduling.publication;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.etalage.problem.Sentences;
import nl.etalage.scheduling.export.ExportItem;
import nl.etalage.scheduling.export.ExportKind;
import nl.etalage.scheduling.export.Exported;

/** Every attempt of a shop's publications in its export; a publication itself shows no more than its newest. */
@ApplicationScoped
class ExportedAttempts implements Exported {

    private static final String ATTEMPTS =
            """
            SELECT id, publication, number, kind, started_at, finished_at, outcome, detail FROM attempt
             WHERE shop = ? AND id > ? ORDER BY id LIMIT ?""";

    private final DataSource dataSource;

    ExportedAttempts(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    private record Made(UUID publication, @JsonUnwrapped AttemptView attempt) {}

    @Override
    public ExportKind kind() {
        return ExportKind.ATTEMPT;
    }

    @Override
    public List<ExportItem> read(String shop, String after, int limit, Sentences sentences) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(ATTEMPTS)) {
            select.setString(1, shop);
            select.setObject(2, Exported.id(after));
            select.setInt(3, limit);
            List<ExportItem> items = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Made made = new Made(
                            row.getObject("publication", UUID.class), PublicationFacts.attempt(row, sentences));
                    items.add(ExportItem.of(kind(), row.getObject("id", UUID.class), made));
                }
            }
            return items;
        } catch (SQLException failure) {
            throw new IllegalStateException("Attempts could not be read", failure);
        }
    }
}
