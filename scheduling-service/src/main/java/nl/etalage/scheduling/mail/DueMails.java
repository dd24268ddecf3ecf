package nl.etalage.scheduling.mail;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.etalage.scheduling.Remark;
import nl.etalage.scheduling.ops.Sql;
import nl.etalage.scheduling.ops.WorkerDatabase;

/** The mails in line: takes one, and writes down whether it went. */
@ApplicationScoped
class DueMails {

    /** If the process dies while it sends, somebody sends again after this. */
    private static final Duration HELD = Duration.ofMinutes(2);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final int DOUBLINGS = 7;
    private static final int LONGEST_FAILURE = 300;
    private static final TypeReference<Remark> REMARK = new TypeReference<>() {};
    private static final DateTimeFormatter SPOKEN = DateTimeFormatter.ofPattern("d-M-yyyy HH:mm");

    private static final String TAKE =
            """
            UPDATE mail SET due_at = ?, tries = tries + 1
             WHERE id = (SELECT id FROM mail WHERE due_at <= ? ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, shop, kind, publication, notice, number, tries""";
    /** The wall clock from the moment and the zone: the column of the local time is for Hibernate, which shifts it. */
    private static final String PUBLICATION =
            """
            SELECT p.text, p.at AT TIME ZONE p.time_zone AS local_time, p.created_by, c.account
              FROM publication p JOIN channel c ON c.id = p.channel WHERE p.id = ?""";

    private static final String NOTICE = "SELECT n.text, n.kind, n.publication FROM notice n WHERE n.id = ?";
    private static final String SENT = "UPDATE mail SET sent_at = ?, due_at = NULL, failure = NULL WHERE id = ?";
    private static final String FAILED = "UPDATE mail SET due_at = ?, failure = ? WHERE id = ?";

    private final WorkerDatabase database;
    private final Clock clock;

    DueMails(WorkerDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A letter with how often it was tried, this time included. */
    record Taken(Letter letter, int tries) {}

    /** The next that is due; empty when none is. */
    Optional<Taken> take() {
        return database.transaction((connection, tell) -> {
            Instant now = clock.instant();
            try (PreparedStatement update = connection.prepareStatement(TAKE)) {
                Sql.set(update, 1, now.plus(HELD));
                Sql.set(update, 2, now);
                try (ResultSet row = update.executeQuery()) {
                    return row.next() ? Optional.of(new Taken(letter(row), row.getInt("tries"))) : Optional.empty();
                }
            }
        });
    }

    void sent(Letter letter) {
        database.transaction((connection, tell) -> {
            try (PreparedStatement update = connection.prepareStatement(SENT)) {
                Sql.set(update, 1, clock.instant());
                update.setObject(2, letter.id());
                return update.executeUpdate();
            }
        });
    }

    /** It is tried again, ever more slowly, and never given up. */
    void failed(Taken taken, String why) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(taken.tries() - 1, DOUBLINGS));
        Duration kept = wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
        database.transaction((connection, tell) -> {
            try (PreparedStatement update = connection.prepareStatement(FAILED)) {
                Sql.set(update, 1, clock.instant().plus(kept));
                update.setString(2, why.substring(0, Math.min(why.length(), LONGEST_FAILURE)));
                update.setObject(3, taken.letter().id());
                return update.executeUpdate();
            }
        });
    }

    private static Letter letter(ResultSet mail) throws SQLException {
        MailKind kind = MailKind.of(mail.getString("kind"));
        return kind == MailKind.NOTICE ? notice(mail) : aboutPublication(mail, kind);
    }

    private static Letter aboutPublication(ResultSet mail, MailKind kind) throws SQLException {
        UUID publication = mail.getObject("publication", UUID.class);
        try (PreparedStatement select = mail.getStatement().getConnection().prepareStatement(PUBLICATION)) {
            select.setObject(1, publication);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                String account = row.getString("account");
                String moment = row.getObject("local_time", LocalDateTime.class).format(SPOKEN);
                boolean offer = kind == MailKind.OFFER;
                String name = offer && mail.getInt("number") > 1 ? "offer-again" : kind.word();
                return new Letter(
                        mail.getObject("id", UUID.class),
                        mail.getString("shop"),
                        row.getObject("created_by", UUID.class),
                        Remark.of("mail." + name + ".subject", account),
                        List.of(
                                Remark.of("mail." + name + ".first", account, moment),
                                Remark.of("mail." + kind.word() + ".second", account)),
                        offer ? row.getString("text") : null,
                        "/berichten/" + publication,
                        Remark.of("mail." + kind.word() + ".button"));
            }
        }
    }

    private static Letter notice(ResultSet mail) throws SQLException {
        try (PreparedStatement select = mail.getStatement().getConnection().prepareStatement(NOTICE)) {
            select.setObject(1, mail.getObject("notice", UUID.class));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                UUID publication = row.getObject("publication", UUID.class);
                String name = "ending".equals(row.getString("kind")) ? "ending" : "notice";
                List<Remark> paragraphs = new ArrayList<>(List.of(Remark.of("mail." + name + ".first")));
                paragraphs.add(Sql.json(row, "text", REMARK));
                return new Letter(
                        mail.getObject("id", UUID.class),
                        mail.getString("shop"),
                        null,
                        Remark.of("mail." + name + ".subject"),
                        paragraphs,
                        null,
                        publication == null ? "/" : "/berichten/" + publication,
                        Remark.of("mail.notice.button"));
            }
        }
    }
}
