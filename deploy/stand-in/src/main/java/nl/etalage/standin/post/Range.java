package nl.etalage.standin.post;

/**
 * A piece of a list of posts, newest first.
 *
 * @param before ids lower than this; null for no bound
 * @param after ids higher than this; null for no bound
 * @param nearest true takes those just after {@code after}, false the newest
 * @param limit at most so many
 */
public record Range(Long before, Long after, boolean nearest, int limit) {
    public static Range newest(int limit) {
        return new Range(null, null, false, limit);
    }

    boolean isEmpty() {
        return before != null && after != null && after >= before - 1;
    }

    public static Range before(Long id, int limit) {
        return new Range(id, null, false, limit);
    }
}
