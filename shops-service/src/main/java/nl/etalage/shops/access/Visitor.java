package nl.etalage.shops.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Set;

/** Who makes this request and how far it reaches, once {@link Allowed} let it through. */
@RequestScoped
public class Visitor {

    private Standing standing;
    private Reach reach = Reach.to(Set.of());

    void arrive(Standing who, Reach where) {
        standing = who;
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
}
