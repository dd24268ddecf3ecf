package nl.etalage.shops.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who makes this request and how far it reaches, once {@link Allowed} let it through. */
@RequestScoped
public class Visitor {

    private Standing standing;
    private Permission permission;
    private Reach reach = Reach.to(Set.of());

    void arrive(Standing who, Permission what, Reach where) {
        standing = who;
        permission = what;
        reach = where;
    }

    /** Whether a caller was let through; not so outside a request. */
    public boolean present() {
        return standing != null;
    }

    /**
     * Who calls.
     *
     * @throws IllegalStateException when the endpoint didn't say who may call it
     */
    public Standing standing() {
        if (standing == null) {
            throw new IllegalStateException("An endpoint without @Allowed asks who calls");
        }
        return standing;
    }

    /** The shops where the caller may do this. */
    public Reach reach() {
        return reach;
    }

    /**
     * The shops the caller may see the profile of: a machine its own, a member of the network all.
     */
    public Reach sight() {
        return standing().caller().machine() ? reach : Reach.EVERYWHERE;
    }

    /** The membership by which the caller does something at a shop, for the audit trail; empty for a machine. */
    public Optional<UUID> memberAt(String shop) {
        return standing().memberships().stream()
                .filter(membership -> permission.heldBy(membership.role()))
                .filter(membership ->
                        membership.shop() == null || membership.shop().equals(shop))
                // Their part in the shop itself says more than their place in the central group.
                .min(Comparator.comparing(membership -> membership.shop() == null))
                .map(Membership::member);
    }
}
