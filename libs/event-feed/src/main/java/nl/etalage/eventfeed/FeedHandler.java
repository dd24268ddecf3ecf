package nl.etalage.eventfeed;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;

/** What a service does with the events of another service's feed. */
public interface FeedHandler {

    /** The feed's name, which is also the name of its cursor here. */
    String feed();

    /** Where the feed is, such as {@code https://example.org/events?feed=items}. */
    URI source();

    /**
     * Takes one event in, within the transaction that moves the cursor; doesn't commit. Events come in order of
     * position and once each as far as committed data goes. Types it doesn't know it leaves alone: there will be new
     * ones. What it throws stops the feed at this event, which is tried again until it succeeds.
     */
    void apply(Connection connection, FeedEvent event) throws SQLException;
}
