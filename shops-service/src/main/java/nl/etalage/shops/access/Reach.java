package nl.etalage.shops.access;

import java.util.Set;

/**
 * The shops a request may touch; goes into its queries.
 *
 * @param everywhere whether that is every shop; then {@code shops} is empty and says nothing
 */
public record Reach(boolean everywhere, Set<String> shops) {

    /** Every shop there is. */
    public static final Reach EVERYWHERE = new Reach(true, Set.of());

    /** Just these shops. */
    public static Reach to(Set<String> shops) {
        return new Reach(false, Set.copyOf(shops));
    }

    /** Whether the shop is among them. */
    public boolean includes(String shop) {
        return everywhere || shops.contains(shop);
    }
}
