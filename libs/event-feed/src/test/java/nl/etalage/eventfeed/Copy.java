package nl.etalage.eventfeed;

import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Follows a feed into a table without any uniqueness, so that a double would show. */
record Copy(String feed, URI source, Way way) implements FeedHandler {

    /** How an event is taken in; {@link #keep} is the sound way. */
    interface Way {
        void apply(Connection connection, Kept event) throws SQLException;
    }

    /** What is kept of an event; {@code sequence} is 0 when its data has none. */
    record Kept(String feed, long position, String subject, long sequence) {}

    @Override
    public void apply(Connection connection, FeedEvent event) throws SQLException {
        long sequence = event.data().path("sequence").longValue();
        way.apply(connection, new Kept(feed, event.position(), event.subject(), sequence));
    }

    static void keep(Connection connection, Kept event) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO copy (feed, position, subject, sequence) VALUES (?, ?, ?, ?)")) {
            insert.setString(1, event.feed());
            insert.setLong(2, event.position());
            insert.setString(3, event.subject());
            insert.setLong(4, event.sequence());
            insert.executeUpdate();
        }
    }
}
