package nl.etalage.content;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource.DataSourceLiteral;
import io.quarkus.arc.Arc;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.etalage.testing.Tokens;

/** How far what the service does by itself has come, so that a test needn't guess. */
public final class BackgroundWork {

    private static final String FETCHED =
            "SELECT count(*) FROM shop WHERE slug = ? AND fetched_version = version AND fetch_failures = 0";

    /** What a moment that has passed still has to change. */
    private static final String DUE =
            """
            SELECT count(*) FROM (
                SELECT story FROM library_item i JOIN story s ON s.id = i.story CROSS JOIN (SELECT CAST(? AS timestamptz) now) t
                WHERE i.visible_until <= now OR (i.warn_at <= now AND i.media_until > now)
                    OR (NOT i.announced AND i.visible_from <= now AND (i.visible_until IS NULL OR i.visible_until > now))
                UNION ALL
                SELECT id FROM asset CROSS JOIN (SELECT CAST(? AS timestamptz) now) t
                WHERE (ends_at <= now AND NOT end_told) OR (warn_at <= now AND ends_at > now)) due""";

    private BackgroundWork() {}

    /** Whether the profile of a shop is as shops-service last told. */
    static boolean fetched(String slug) {
        return number(FETCHED, slug) == 1;
    }

    /** Whether everything that time changes until now has been told. */
    static boolean hasPassed(Instant now) {
        OffsetDateTime moment = now.atOffset(ZoneOffset.UTC);
        return number(DUE, moment, moment) == 0;
    }

    /** What services ever hear with this subject, on however many pages. */
    public static List<Map<String, Object>> told(String feed, String subject) {
        List<Map<String, Object>> told = new ArrayList<>();
        String last = "0";
        while (last != null) {
            List<Map<String, Object>> page = Network.with(Tokens.service("scheduling-service"))
                    .get("/events?feed={feed}&lastEventId={last}", feed, last)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getList("$");
            page.stream().filter(event -> subject.equals(event.get("subject"))).forEach(told::add);
            last = page.isEmpty() ? null : (String) page.get(page.size() - 1).get("id");
        }
        return told;
    }

    private static long number(String sql, Object... values) {
        AgroalDataSource worker = Arc.container()
                .instance(AgroalDataSource.class, new DataSourceLiteral("worker"))
                .get();
        try (Connection connection = worker.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                select.setObject(at + 1, values[at]);
            }
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
