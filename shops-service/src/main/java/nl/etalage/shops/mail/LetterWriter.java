package nl.etalage.shops.mail;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Writes the letters of one feature, and hears what became of them; on the worker's connection. */
public interface LetterWriter {

    /** The letters this writes. */
    Set<MailKind> kinds();

    /** The letter to send now, with a link of its own; empty when it is not needed any more. */
    Optional<Letter> write(Connection connection, MailKind kind, UUID target) throws SQLException;

    /** The mail went out. */
    void sent(Connection connection, MailKind kind, UUID target) throws SQLException;

    /** The mail will not be tried again. */
    void failed(Connection connection, MailKind kind, UUID target, String why) throws SQLException;
}
