package nl.etalage.paging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.etalage.problem.HttpProblem;

/**
 * Several lists read as one: each to its end before the next begins, in the order in which they were added. A page of it
 * is bounded as that of one list, and may end in the middle of a chapter or span several.
 */
public final class Chapters<T> {

    /** Reads one list by keyset. */
    @FunctionalInterface
    public interface Reader<T> {

        /**
         * The items after one, in an order that never changes.
         *
         * @param after key of the last item seen; null for the beginning
         * @param limit most items
         */
        List<T> read(String after, int limit);
    }

    private record Found<T>(String chapter, T item) {}

    private final Function<T, String> key;
    private final Map<String, Reader<T>> readers = new LinkedHashMap<>();

    /** @param key what a reader goes on after; unique within its chapter */
    public Chapters(Function<T, String> key) {
        this.key = key;
    }

    /** Adds a list at the end; its name stands in page tokens, so a list that moves keeps its place. */
    public Chapters<T> then(String name, Reader<T> reader) {
        readers.put(name, reader);
        return this;
    }

    /**
     * One page.
     *
     * @throws nl.etalage.problem.ProblemException 400 when the token names a list that isn't there
     */
    public Page<T> page(PageRequest request) {
        List<String> names = List.copyOf(readers.keySet());
        int chapter = request.first() ? 0 : names.indexOf(request.after().get(0));
        if (chapter < 0) {
            throw HttpProblem.INVALID_PAGE_TOKEN.because();
        }
        String after = request.first() ? null : request.after().get(1);
        List<Found<T>> found = new ArrayList<>();
        while (chapter < names.size() && found.size() <= request.limit()) {
            String name = names.get(chapter);
            int wanted = request.limit() + 1 - found.size();
            readers.get(name).read(after, wanted).forEach(item -> found.add(new Found<>(name, item)));
            chapter++;
            after = null;
        }
        return request.page(found, last -> List.of(last.chapter(), key.apply(last.item())), Found::item);
    }
}
