package nl.etalage.paging;

import java.util.List;
import java.util.function.Function;

/**
 * Which page of a list is asked. Paging is by keyset: a page starts after the keys of the last item of the one before,
 * so items that come or go meanwhile neither repeat nor hide others.
 *
 * @param limit how many items, 1 to {@value #MAXIMUM}
 * @param after keys of the last item seen, in the order of the sort; empty for the first page
 * @param query everything that shapes the list (filters and sort), so that a token can't be used on another list
 */
public record PageRequest(int limit, List<String> after, String query) {

    /** Items on a page when the caller doesn't say. */
    public static final int DEFAULT = 25;

    /** Most items on a page. */
    public static final int MAXIMUM = 100;

    public PageRequest {
        after = List.copyOf(after);
    }

    /**
     * Reads the request parameters of a list.
     *
     * @param limit null for the default; a number outside 1 to 100 is answered with 422
     * @param pageToken null for the first page; one that belongs to another list or was tampered with is answered
     *     with 400
     */
    public static PageRequest of(Integer limit, String pageToken, String query) {
        return new PageRequest(
                Limits.checked(limit), pageToken == null ? List.of() : PageToken.read(pageToken, query), query);
    }

    /** Whether this asks for the first page. */
    public boolean first() {
        return after.isEmpty();
    }

    /**
     * Makes the page from rows fetched with {@code limit + 1}: the extra row says that there is a next page.
     *
     * @param keys the sort keys of an item, as text that orders and parses exactly as the database's
     */
    public <R, T> Page<T> page(List<R> rows, Function<R, List<String>> keys, Function<R, T> view) {
        boolean more = rows.size() > limit;
        List<R> kept = more ? rows.subList(0, limit) : rows;
        String next = more ? PageToken.write(keys.apply(kept.get(limit - 1)), query) : null;
        return new Page<>(kept.stream().map(view).toList(), next);
    }

    /** As {@link #page(List, Function, Function)}, for rows that are their own view. */
    public <T> Page<T> page(List<T> rows, Function<T, List<String>> keys) {
        return page(rows, keys, Function.identity());
    }
}
