package nl.etalage.content.library;

import java.time.Instant;
import nl.etalage.content.access.ReplicaMemory;

/**
 * How it stands with a shop's library at a moment. Whatever changes in what the shop may see changes it.
 *
 * @param at the moment; what is visible then counts
 * @param replica how often the replica of shops-service changed
 * @param network the position of the library's feed, and the last time boundaries
 * @param own how often the shop's own versions changed; 0 when it never had one
 */
record LibraryStand(Instant at, long replica, String network, long own) {

    /** All that isn't kept of shops. */
    String text() {
        return network + "|" + own;
    }

    ReplicaMemory.Stand ofReplica() {
        return new ReplicaMemory.Stand(replica, at);
    }
}
