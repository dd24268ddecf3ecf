package nl.etalage.content.library;

import java.time.Instant;
import nl.etalage.content.access.ReplicaMemory;

/**
 * How it stands with a shop's library at a moment. Whatever changes in what the shop may see changes it.
 *
 * @param at the moment; what is visible then counts
 * @param replica how often the replica of shops-service changed
 * @param text the position of the library's feed, the last time boundaries, and how often the shop's own versions changed
 */
record LibraryStand(Instant at, long replica, String text) {

    ReplicaMemory.Stand ofReplica() {
        return new ReplicaMemory.Stand(replica, at);
    }
}
