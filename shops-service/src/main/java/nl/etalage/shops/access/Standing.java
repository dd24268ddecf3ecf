package nl.etalage.shops.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.etalage.identity.Caller;

/**
 * Who the caller is to us today.
 *
 * @param memberships those that hold today; empty for a machine
 * @param binding of a machine, when one holds today
 */
public record Standing(Caller caller, List<Membership> memberships, Optional<Binding> binding) {

    public Standing {
        memberships = List.copyOf(memberships);
    }

    /** What a machine may do: what its token grants and its binding allows. Sorted; empty for people. */
    public Set<String> effectiveScopes() {
        Set<String> scopes = new TreeSet<>(caller.scopes());
        scopes.retainAll(binding.map(Binding::scopes).orElse(Set.of()));
        return scopes;
    }

    /** Whether the caller has this role in the central group. */
    public boolean hasCentral(Role role) {
        return memberships.stream().anyMatch(membership -> membership.shop() == null && membership.role() == role);
    }

    /** Whether the caller has this role at a shop. */
    public boolean has(Role role, String shop) {
        return memberships.stream().anyMatch(membership -> shop.equals(membership.shop()) && membership.role() == role);
    }

    public boolean central() {
        return memberships.stream().anyMatch(membership -> membership.shop() == null);
    }

    boolean centrallyAllows(Permission permission) {
        return memberships.stream()
                .anyMatch(membership -> membership.shop() == null && permission.heldBy(membership.role()));
    }

    /** The shops the caller has any part in. */
    Set<String> shops() {
        return caller.machine()
                ? binding.map(bound -> Set.of(bound.shop())).orElse(Set.of())
                : memberships.stream()
                        .filter(membership -> membership.shop() != null)
                        .map(Membership::shop)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** The shops where the caller may do this by a role there or by its binding. */
    Set<String> shopsAllowing(Permission permission) {
        if (caller.machine()) {
            return permission.scope() != null && effectiveScopes().contains(permission.scope()) ? shops() : Set.of();
        }
        return memberships.stream()
                .filter(membership -> membership.shop() != null && permission.heldBy(membership.role()))
                .map(Membership::shop)
                .collect(Collectors.toUnmodifiableSet());
    }
}
