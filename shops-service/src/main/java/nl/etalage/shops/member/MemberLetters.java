package nl.etalage.shops.member;

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

/** Writes the mails that ask a person to become a member. */
@ApplicationScoped
class MemberLetters implements LetterWriter {

    private static final String READ =
            """
            SELECT i.email, i.name, s.name AS shop_name, s.locale
              FROM member_invitation i LEFT JOIN shop s ON s.slug = i.shop
             WHERE i.id = ? AND i.state = 'waiting'""";
    private static final String LASTS =
            "UPDATE member_invitation SET expires_at = ?, version = version + 1 WHERE id = ?";
    private static final String SENT =
            """
            UPDATE member_invitation SET state = CASE WHEN state = 'waiting' THEN 'sent' ELSE state END, sent_at = ?,
                   failure = NULL, version = version + 1 WHERE id = ?""";
    private static final String FAILED =
            """
            UPDATE member_invitation SET state = CASE WHEN state = 'waiting' THEN 'failed' ELSE state END,
                   failure = ?, version = version + 1 WHERE id = ?""";

    private final Links links;
    private final MemberInvitationConfig config;
    private final NetworkConfig network;
    private final Clock clock;

    MemberLetters(Links links, MemberInvitationConfig config, NetworkConfig network, Clock clock) {
        this.links = links;
        this.config = config;
        this.network = network;
        this.clock = clock;
    }

    @Override
    public Set<MailKind> kinds() {
        return Set.of(MailKind.WELCOME, MailKind.MEMBERSHIP);
    }

    @Override
    public Optional<Letter> write(Connection connection, MailKind kind, UUID target) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(READ)) {
            select.setObject(1, target);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(letter(connection, kind, target, row)) : Optional.empty();
            }
        }
    }

    private Letter letter(Connection connection, MailKind kind, UUID target, ResultSet row) throws SQLException {
        Instant expires = clock.instant().plus(config.linkLasts());
        String path = "/member/"
                + links.make(connection, LinkPurpose.INVITATION, target, expires)
                        .inAddress();
        try (PreparedStatement update = connection.prepareStatement(LASTS)) {
            update.setObject(1, expires.atOffset(ZoneOffset.UTC));
            update.setObject(2, target);
            update.executeUpdate();
        }
        String shop = row.getString("shop_name");
        String locale = row.getString("locale");
        return new Letter(
                kind,
                row.getString("email"),
                locale == null ? network.locale() : locale,
                List.of(row.getString("name"), shop == null ? network.name() : shop, network.name()),
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
