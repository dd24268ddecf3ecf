package nl.etalage.shops.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.etalage.shops.access.NetworkConfig;
import nl.etalage.shops.link.LinkPurpose;
import nl.etalage.shops.link.Links;
import nl.etalage.shops.mail.Letter;
import nl.etalage.shops.mail.LetterWriter;
import nl.etalage.shops.mail.MailKind;

/** Writes the mails that ask a shop to join. */
@ApplicationScoped
class JoiningLetters implements LetterWriter {

    private static final String READ =
            """
            SELECT j.mailbox, j.state, s.name, s.locale, c.contact
              FROM joining j JOIN shop s ON s.slug = j.shop JOIN shop_contact c ON c.shop = j.shop
             WHERE j.id = ? AND s.state = 'candidate'""";
    private static final String LASTS = "UPDATE joining SET expires_at = ?, version = version + 1 WHERE id = ?";
    private static final String SENT =
            """
            UPDATE joining SET state = CASE WHEN state = 'waiting' THEN 'sent' ELSE state END, sent_at = ?,
                   failure = NULL, version = version + 1 WHERE id = ?""";
    private static final String FAILED =
            """
            UPDATE joining SET state = CASE WHEN state = 'waiting' THEN 'failed' ELSE state END, failure = ?,
                   version = version + 1 WHERE id = ?""";

    private final Links links;
    private final JoiningConfig config;
    private final NetworkConfig network;
    private final Clock clock;

    JoiningLetters(Links links, JoiningConfig config, NetworkConfig network, Clock clock) {
        this.links = links;
        this.config = config;
        this.network = network;
        this.clock = clock;
    }

    @Override
    public Set<MailKind> kinds() {
        return Set.of(MailKind.JOINING, MailKind.REMINDER);
    }

    @Override
    public Optional<Letter> write(Connection connection, MailKind kind, UUID target) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(READ)) {
            select.setObject(1, target);
            try (ResultSet row = select.executeQuery()) {
                boolean needed = row.next() && stillAsks(kind, row.getString("state"));
                return needed ? Optional.of(letter(connection, kind, target, row)) : Optional.empty();
            }
        }
    }

    private static boolean stillAsks(MailKind kind, String state) {
        JoiningState now = JoiningState.of(state).orElseThrow();
        return kind == MailKind.REMINDER ? now == JoiningState.LATER : now == JoiningState.WAITING;
    }

    private Letter letter(Connection connection, MailKind kind, UUID target, ResultSet row) throws SQLException {
        Instant expires = clock.instant().plus(config.linkLasts());
        String path = "/join/"
                + links.make(connection, LinkPurpose.JOINING, target, expires).inAddress();
        try (PreparedStatement update = connection.prepareStatement(LASTS)) {
            update.setObject(1, expires.atOffset(ZoneOffset.UTC));
            update.setObject(2, target);
            update.executeUpdate();
        }
        String contact = row.getString("contact");
        String name = row.getString("name");
        return new Letter(
                kind,
                row.getString("mailbox"),
                row.getString("locale"),
                List.of(contact == null ? name : contact, name, network.name()),
                path);
    }

    @Override
    public void sent(Connection connection, MailKind kind, UUID target) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(SENT)) {
            update.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            update.setObject(2, target);
            update.executeUpdate();
        }
    }

    @Override
    public void failed(Connection connection, MailKind kind, UUID target, String why) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(FAILED)) {
            update.setString(1, why);
            update.setObject(2, target);
            update.executeUpdate();
        }
    }
}
