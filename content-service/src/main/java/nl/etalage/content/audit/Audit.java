package nl.etalage.content.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import nl.etalage.content.access.CurrentAccess;
import nl.etalage.content.ops.Ids;

/** Writes down who did what, in the transaction that does it. Holds ids, never names or texts. */
@ApplicationScoped
public class Audit {

    /** W3C Trace Context, version 00: version, trace id, parent id, flags. */
    private static final Pattern TRACE_PARENT = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private final DataSource dataSource;
    private final CurrentAccess access;
    private final HttpHeaders headers;
    private final Ids ids;
    private final Clock clock;

    Audit(DataSource dataSource, CurrentAccess access, HttpHeaders headers, Ids ids, Clock clock) {
        this.dataSource = dataSource;
        this.access = access;
        this.headers = headers;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Adds a line about this request's caller.
     *
     * @param what verb and thing, such as {@code story.released}
     * @param target id of the thing
     */
    public void record(String what, Object target) {
        record(what, target, null);
    }

    /**
     * Adds a line about this request's caller.
     *
     * @param shop whose thing it is; null for the network's
     */
    public void record(String what, Object target, String shop) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        """
                        INSERT INTO audit (id, at, actor, shop, what, target, trace)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setObject(1, ids.next());
            insert.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setString(3, access.get().actor().key());
            insert.setString(4, shop);
            insert.setString(5, what);
            insert.setString(6, target.toString());
            insert.setString(7, trace());
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("The audit can't be written", failure);
        }
    }

    private String trace() {
        String header = headers.getHeaderString("traceparent");
        Matcher trace = header == null ? null : TRACE_PARENT.matcher(header);
        return trace != null && trace.matches() ? trace.group(1) : null;
    }
}
