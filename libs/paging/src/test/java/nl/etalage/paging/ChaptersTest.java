package nl.etalage.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import nl.etalage.problem.HttpProblem;
import nl.etalage.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChaptersTest {

    private static final List<String> ALL = List.of("a1", "a2", "a3", "c1", "c2", "d1");

    private static Chapters<String> chapters() {
        return new Chapters<String>(item -> item)
                .then("a", list("a1", "a2", "a3"))
                .then("b", list())
                .then("c", list("c1", "c2"))
                .then("d", list("d1"));
    }

    private static Chapters.Reader<String> list(String... items) {
        return (after, limit) -> List.of(items).stream()
                .filter(item -> after == null || item.compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 100})
    void everyItemComesOnceAndInOrderWhateverThePageHolds(int limit) {
        List<String> read = new ArrayList<>();
        String token = null;
        do {
            Page<String> page = chapters().page(PageRequest.of(limit, token, "q"));
            assertTrue(page.items().size() <= limit);
            read.addAll(page.items());
            token = page.nextPageToken();
        } while (token != null);
        assertEquals(ALL, read);
    }

    @Test
    void noReaderIsAskedForMoreThanThePageStillHolds() {
        List<Integer> asked = new ArrayList<>();
        new Chapters<String>(item -> item)
                .then("a", list("a1", "a2"))
                .then("b", (after, limit) -> {
                    asked.add(limit);
                    return List.of("b1");
                })
                .page(PageRequest.of(3, null, "q"));
        assertEquals(List.of(2), asked);
    }

    @Test
    void aChapterThatIsGoneIsNoPlaceToGoOnFrom() {
        String token = chapters().page(PageRequest.of(1, null, "q")).nextPageToken();
        ProblemException refused = assertThrows(
                ProblemException.class,
                () -> new Chapters<String>(item -> item).then("z", list("z1")).page(PageRequest.of(1, token, "q")));
        assertEquals(HttpProblem.INVALID_PAGE_TOKEN, refused.type());
    }
}
