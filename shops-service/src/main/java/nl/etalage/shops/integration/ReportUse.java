package nl.etalage.shops.integration;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import nl.etalage.identity.CurrentCaller;
import nl.etalage.rowsecurity.RowSecurity;
import nl.etalage.shops.validation.Findings;

/** Takes in how integrations fare at the gateway. The newest moment stays, in whichever order reports come in. */
@ApplicationScoped
public class ReportUse {

    static final int MOST = 1000;
    private static final int LONGEST_PROBLEM = 200;

    private static final String USED =
            """
            UPDATE integration_client SET last_used_at = greatest(last_used_at, ?)
             WHERE issuer = ? AND client_id = ?""";
    private static final String REFUSED =
            """
            UPDATE integration_client SET last_refused_at = ?, last_status = ?, last_problem = ?
             WHERE issuer = ? AND client_id = ? AND (last_refused_at IS NULL OR last_refused_at <= ?)""";

    private final DataSource dataSource;
    private final RowSecurity rowSecurity;
    private final CurrentCaller caller;

    ReportUse(DataSource dataSource, RowSecurity rowSecurity, CurrentCaller caller) {
        this.dataSource = dataSource;
        this.rowSecurity = rowSecurity;
        this.caller = caller;
    }

    /** Several clients' use at once. */
    public record Report(List<Item> items) {

        public Report {
            items = items == null ? List.of() : items;
        }
    }

    /**
     * One client's use since the report before.
     *
     * @param refusedAt null when nothing was refused; then status and problem say nothing
     * @param problem type of the problem; null when it isn't known
     */
    public record Item(String clientId, Instant usedAt, Instant refusedAt, Integer status, String problem) {}

    /** Keeps what is new of a report; a client that is no integration's is skipped. */
    void take(Report report) {
        check(report);
        rowSecurity.enterAll();
        String issuer = caller.get().issuer();
        try (Connection connection = dataSource.getConnection()) {
            used(connection, issuer, report.items());
            refused(connection, issuer, report.items());
        } catch (SQLException failure) {
            throw new IllegalStateException("The use of integrations can't be kept", failure);
        }
    }

    private static void check(Report report) {
        Findings findings = new Findings();
        if (Findings.body(report).items().size() > MOST) {
            findings.add("/items", "too-many", MOST);
            findings.throwIfAny();
        }
        for (int index = 0; index < report.items().size(); index++) {
            Item item = report.items().get(index);
            String place = "/items/" + index;
            findings.required(place, item);
            if (item != null) {
                findings.requiredLine(place + "/clientId", item.clientId(), IntegrationRules.LONGEST_IDENTITY);
                findings.required(place + "/usedAt", item.usedAt());
                findings.line(place + "/problem", item.problem(), LONGEST_PROBLEM);
                if (item.refusedAt() != null) {
                    findings.required(place + "/status", item.status());
                }
            }
        }
        findings.throwIfAny();
    }

    private static void used(Connection connection, String issuer, List<Item> items) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(USED)) {
            for (Item item : items) {
                update.setObject(1, item.usedAt().atOffset(ZoneOffset.UTC));
                update.setString(2, issuer);
                update.setString(3, item.clientId());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static void refused(Connection connection, String issuer, List<Item> items) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(REFUSED)) {
            for (Item item : items) {
                if (item.refusedAt() != null) {
                    update.setObject(1, item.refusedAt().atOffset(ZoneOffset.UTC));
                    update.setObject(2, item.status(), Types.INTEGER);
                    update.setString(3, item.problem());
                    update.setString(4, issuer);
                    update.setString(5, item.clientId());
                    update.setObject(6, item.refusedAt().atOffset(ZoneOffset.UTC));
                    update.addBatch();
                }
            }
            update.executeBatch();
        }
    }
}
