package nl.etalage.content.access;

import java.util.Set;
import java.util.UUID;

/**
 * Who writes something, as it is kept: by an id that names nobody once the membership is gone.
 *
 * @param id of the member, or of a machine's binding
 * @param others ids under which the same person may have written: memberships elsewhere, and those that ended
 */
public record Actor(UUID id, Set<UUID> others) {

    public Actor {
        others = Set.copyOf(others);
    }

    /** Whether what bears this id is theirs. */
    public boolean is(UUID author) {
        return id.equals(author) || others.contains(author);
    }
}
