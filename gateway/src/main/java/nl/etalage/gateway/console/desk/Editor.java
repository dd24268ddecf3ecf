package nl.etalage.gateway.console.desk;

import java.util.Objects;
import java.util.UUID;
import nl.etalage.gateway.console.Visitor;

/**
 * Who works at the desk.
 *
 * @param member their membership of the central group
 * @param role {@code editor}, {@code coach} or {@code admin}
 * @param waiting how many stories of shops wait, in figures; empty for none or unknown
 */
record Editor(Visitor.Person person, UUID member, String role, String waiting) {

    Editor withWaiting(String count) {
        return new Editor(person, member, role, count);
    }

    String bearer() {
        return person.bearer();
    }

    /** Writes, offers, corrects and withdraws. */
    boolean writes() {
        return "editor".equals(role) || "admin".equals(role);
    }

    /** Looks at the work of others: releases, returns and confirms. */
    boolean reviews() {
        return "editor".equals(role) || "coach".equals(role);
    }

    boolean is(UUID other) {
        return Objects.equals(member, other);
    }
}
