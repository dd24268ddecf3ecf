package nl.etalage.scheduling.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.etalage.scheduling.Remark;
import nl.etalage.scheduling.mail.Outbox;
import nl.etalage.scheduling.ops.Ids;
import nl.etalage.scheduling.ops.Sql;

/** Tells people of a shop what they must know or do, once per cause for as long as it lasts. */
@ApplicationScoped
public class Notices {

    private static final String OPEN =
            """
            INSERT INTO notice (id, shop, channel, publication, kind, cause, text, at, over_at)
            VALUES (?, ?, ?, ?, ?, ?, CAST(? AS jsonb), ?, ?)
            ON CONFLICT (shop, cause) WHERE closed_at IS NULL DO NOTHING
            RETURNING id""";
    /** As it is now; who was mailed before isn't mailed again. */
    private static final String RENEW =
            """
            INSERT INTO notice (id, shop, channel, publication, kind, cause, text, at, over_at)
            VALUES (?, ?, ?, ?, ?, ?, CAST(? AS jsonb), ?, ?)
            ON CONFLICT (shop, cause) WHERE closed_at IS NULL DO UPDATE
                SET publication = EXCLUDED.publication, text = EXCLUDED.text
              WHERE notice.publication IS DISTINCT FROM EXCLUDED.publication OR notice.text <> EXCLUDED.text
            RETURNING CASE WHEN xmax = 0 THEN id END AS id""";

    private static final String CLOSE =
            "UPDATE notice SET closed_at = ? WHERE shop = ? AND cause = ? AND closed_at IS NULL";
    private static final String OVER =
            """
            UPDATE notice SET closed_at = ?
             WHERE shop = ? AND starts_with(cause, ?) AND cause <> ? AND closed_at IS NULL""";

    private final Ids ids;
    private final Outbox outbox;

    /** Also for tests. */
    public Notices(Ids ids, Outbox outbox) {
        this.ids = ids;
        this.outbox = outbox;
    }

    /**
     * What is told.
     *
     * @param kind {@code failure}, {@code task} or {@code ending}
     * @param cause the same for what needs telling once, such as {@code channel/<id>/unauthorised}
     * @param overAt when it is over by itself; null where somebody or something ends it
     */
    public record Told(
            String shop, UUID channel, UUID publication, String kind, String cause, Remark text, Instant overAt) {

        private Told(String shop, UUID channel, UUID publication, String kind, String cause, Remark text) {
            this(shop, channel, publication, kind, cause, text, null);
        }

        /** The publication failed, and this alone. */
        public static Told failure(String shop, UUID channel, UUID publication, Remark text) {
            return new Told(shop, channel, publication, "failure", "publication/" + publication, text);
        }

        /** All publications of the channel fail for this reason until somebody does something. */
        public static Told channelFailure(String shop, UUID channel, UUID publication, Remark text) {
            return new Told(shop, channel, publication, "failure", channelCause(channel), text);
        }

        /** Publications on the channel missed their moment; told once until one goes out again. */
        public static Told missed(String shop, UUID channel, UUID publication, Remark text) {
            return new Told(shop, channel, publication, "failure", missedCause(channel), text);
        }

        /** A person must do something about this publication. */
        public static Told task(String shop, UUID channel, UUID publication, Remark text) {
            return new Told(shop, channel, publication, "task", taskCause(publication), text);
        }

        /** Pictures that may be used no longer stopped this publication, and maybe others of the shop. */
        public static Told pictureEnded(String shop, UUID publication, UUID asset, Remark text) {
            return new Told(shop, null, publication, "failure", "picture/" + asset + "/ended", text);
        }

        /** What the publication is about may be used until a moment. */
        public static Told ending(String shop, UUID publication, String cause, Remark text) {
            return new Told(shop, null, publication, "ending", cause, text);
        }

        /** This, over by itself at a moment. */
        public Told until(Instant moment) {
            return new Told(shop, channel, publication, kind, cause, text, moment);
        }
    }

    /** Tells it, by mail too, unless it was told and still lasts. */
    public void tell(Connection connection, Told told, Instant now) throws SQLException {
        Optional<UUID> notice = open(connection, told, now);
        if (notice.isPresent()) {
            outbox.notice(connection, told.shop(), notice.get(), now);
        }
    }

    /** Tells it, by mail too; where it was told and still lasts, what it says is renewed without another mail. */
    public void renew(Connection connection, Told told, Instant now) throws SQLException {
        Optional<UUID> notice = write(connection, RENEW, told, now);
        if (notice.isPresent()) {
            outbox.notice(connection, told.shop(), notice.get(), now);
        }
    }

    /** As {@link #tell}, without a mail: one about it goes out already. */
    public Optional<UUID> open(Connection connection, Told told, Instant now) throws SQLException {
        return write(connection, OPEN, told, now);
    }

    private Optional<UUID> write(Connection connection, String sql, Told told, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, ids.next());
            insert.setString(2, told.shop());
            insert.setObject(3, told.channel());
            insert.setObject(4, told.publication());
            insert.setString(5, told.kind());
            insert.setString(6, told.cause());
            Sql.setJson(insert, 7, told.text());
            Sql.set(insert, 8, now);
            Sql.set(insert, 9, told.overAt());
            try (ResultSet row = insert.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getObject(1, UUID.class)) : Optional.empty();
            }
        }
    }

    /** The channel works again. */
    public void channelWorks(Connection connection, String shop, UUID channel, Instant now) throws SQLException {
        close(connection, shop, channelCause(channel), now);
        close(connection, shop, missedCause(channel), now);
    }

    /** What a person had to do about this publication is done. */
    public void taskDone(Connection connection, String shop, UUID publication, Instant now) throws SQLException {
        close(connection, shop, taskCause(publication), now);
    }

    /** What was told for causes that begin like this, but this one, no longer needs saying. */
    public void over(Connection connection, Told but, String causes, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(OVER)) {
            Sql.set(update, 1, now);
            update.setString(2, but.shop());
            update.setString(3, causes);
            update.setString(4, but.cause());
            update.executeUpdate();
        }
    }

    private static void close(Connection connection, String shop, String cause, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(CLOSE)) {
            Sql.set(update, 1, now);
            update.setString(2, shop);
            update.setString(3, cause);
            update.executeUpdate();
        }
    }

    private static String channelCause(UUID channel) {
        return "channel/" + channel + "/unauthorised";
    }

    private static String missedCause(UUID channel) {
        return "channel/" + channel + "/missed";
    }

    private static String taskCause(UUID publication) {
        return "publication/" + publication + "/task";
    }
}
