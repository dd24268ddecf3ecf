package nl.etalage.scheduling.publication;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.etalage.problem.Sentences;
import nl.etalage.scheduling.Remark;
import nl.etalage.scheduling.ops.Sql;

/** What is known about publications besides their own row, for a whole page at once. */
@ApplicationScoped
class PublicationFacts {

    private static final String ATTEMPTS =
            """
            SELECT a.publication, a.number, a.kind, a.started_at, a.finished_at, a.outcome, a.detail
              FROM unnest(?::uuid[]) AS wanted (id)
             CROSS JOIN LATERAL (SELECT * FROM attempt WHERE publication = wanted.id
                                  ORDER BY number DESC LIMIT 20) a
             ORDER BY a.publication, a.number""";
    private static final String OUTDATED =
            """
            SELECT p.id FROM publication p
              LEFT JOIN adaptation a ON a.id = p.adaptation
              LEFT JOIN story_correction c ON c.story = p.story
             WHERE p.id = ANY (?::uuid[]) AND (a.version > p.adaptation_version OR c.revision > p.revision)
               AND p.state IN ('proposed', 'awaiting-approval', 'scheduled')""";

    private static final TypeReference<Remark> REMARK = new TypeReference<>() {};

    private final DataSource dataSource;

    PublicationFacts(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The newest attempts, oldest first, at most 20 for each. */
    Map<UUID, List<AttemptView>> attempts(Collection<UUID> publications, Sentences sentences) {
        Map<UUID, List<AttemptView>> found = new HashMap<>();
        query(ATTEMPTS, publications, row -> found.computeIfAbsent(
                        row.getObject("publication", UUID.class), any -> new ArrayList<>())
                .add(attempt(row, sentences)));
        return found;
    }

    /** Those still to go out whose adaptation has changed since, or whose story was corrected. */
    Set<UUID> outdated(Collection<UUID> publications) {
        Set<UUID> found = new HashSet<>();
        query(OUTDATED, publications, row -> found.add(row.getObject("id", UUID.class)));
        return found;
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void query(String sql, Collection<UUID> ids, Row each) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    each.read(row);
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("Publications could not be read", failure);
        }
    }

    /** An attempt as its row says it; columns by name. */
    static AttemptView attempt(ResultSet row, Sentences sentences) throws SQLException {
        Remark detail = Sql.json(row, "detail", REMARK);
        return new AttemptView(
                row.getInt("number"),
                row.getString("kind"),
                Sql.instant(row, "started_at"),
                Sql.instant(row, "finished_at"),
                row.getString("outcome"),
                detail == null ? null : detail.in(sentences));
    }
}
