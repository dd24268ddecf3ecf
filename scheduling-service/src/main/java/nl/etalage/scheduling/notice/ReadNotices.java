package nl.etalage.scheduling.notice;

import com.fasterxml.jackson.core.type.TypeReference;
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
import nl.etalage.scheduling.Remark;
import nl.etalage.scheduling.ops.Sql;

/** Reads the notices of a shop. */
@ApplicationScoped
class ReadNotices {

    private static final TypeReference<Remark> REMARK = new TypeReference<>() {};
    private static final String NEWEST =
            """
            SELECT id, shop, channel, publication, kind, text, at, closed_at FROM notice
             WHERE shop = ? AND id < ? ORDER BY id DESC LIMIT ?""";
    private static final String OLDEST =
            """
            SELECT id, shop, channel, publication, kind, text, at, closed_at FROM notice
             WHERE shop = ? AND id > ? ORDER BY id LIMIT ?""";

    private final DataSource dataSource;

    ReadNotices(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Those before one, newest first. */
    List<NoticeView> newest(String shop, UUID before, int limit, Sentences sentences) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(NEWEST)) {
            return read(select, shop, before, limit, sentences);
        } catch (SQLException failure) {
            throw new IllegalStateException("Notices could not be read", failure);
        }
    }

    /** Those after one, oldest first. */
    List<NoticeView> oldest(String shop, UUID after, int limit, Sentences sentences) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(OLDEST)) {
            return read(select, shop, after, limit, sentences);
        } catch (SQLException failure) {
            throw new IllegalStateException("Notices could not be read", failure);
        }
    }

    private static List<NoticeView> read(
            PreparedStatement select, String shop, UUID border, int limit, Sentences sentences) throws SQLException {
        select.setString(1, shop);
        select.setObject(2, border);
        select.setInt(3, limit);
        List<NoticeView> notices = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                notices.add(view(row, sentences));
            }
        }
        return notices;
    }

    private static NoticeView view(ResultSet row, Sentences sentences) throws SQLException {
        return new NoticeView(
                row.getObject("id", UUID.class),
                row.getString("shop"),
                row.getObject("channel", UUID.class),
                row.getObject("publication", UUID.class),
                row.getString("kind"),
                Sql.json(row, "text", REMARK).in(sentences),
                Sql.instant(row, "at"),
                Sql.instant(row, "closed_at"));
    }
}
