package nl.etalage.scheduling.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What someone is at a shop or in the central group. */
enum Role {
    WEBMASTER,
    CONTRIBUTOR,
    PUBLISHER,
    MANAGER,
    COACH,
    EDITOR,
    ADMIN;

    /** What it allows; a publisher whom the shop trusts may also approve. */
    Set<Permission> permissions() {
        return switch (this) {
            case WEBMASTER, COACH -> EnumSet.of(Permission.READ);
            case CONTRIBUTOR -> EnumSet.of(Permission.READ, Permission.PLAN);
            case PUBLISHER -> EnumSet.of(Permission.READ, Permission.PLAN, Permission.RESOLVE);
            case MANAGER, EDITOR, ADMIN -> EnumSet.allOf(Permission.class);
        };
    }

    /** Empty for a role that a newer shops-service may know. */
    static Optional<Role> of(String word) {
        return Arrays.stream(values())
                .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}
