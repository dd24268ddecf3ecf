package nl.etalage.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import nl.etalage.problem.HttpProblem;
import nl.etalage.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {

    private static Page<Integer> page(PageRequest request, int rows) {
        return request.page(IntStream.range(0, rows).boxed().toList(), row -> List.of("2026-11-22", "é" + row));
    }

    @Test
    void aFullFetchHasANextPageThatStartsAfterItsLastItem() {
        Page<Integer> first = page(PageRequest.of(3, null, "q"), 4);
        assertEquals(List.of(0, 1, 2), first.items());
        assertEquals(
                List.of("2026-11-22", "é2"),
                PageRequest.of(3, first.nextPageToken(), "q").after());
    }

    @Test
    void theLastPageHasNoToken() {
        assertNull(page(PageRequest.of(3, null, "q"), 3).nextPageToken());
    }

    @Test
    void aTokenOfAnotherListIsRefused() {
        String token = page(PageRequest.of(3, null, "shop=zeist"), 4).nextPageToken();
        ProblemException refused = assertThrows(ProblemException.class, () -> PageRequest.of(3, token, "shop=utrecht"));
        assertEquals(HttpProblem.INVALID_PAGE_TOKEN, refused.type());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%%%", "AAAAAAAAAAAAAAAAAAAAAAAA", "🙂"})
    void aTokenThatWeNeverGaveIsRefused(String token) {
        assertThrows(ProblemException.class, () -> PageRequest.of(3, token, "q"));
    }

    @Test
    void everyTamperedCharacterIsNoticed() {
        String token = page(PageRequest.of(3, null, "q"), 4).nextPageToken();
        for (int i = 0; i < token.length() - 1; i++) {
            String other = token.substring(0, i) + (token.charAt(i) == 'A' ? 'B' : 'A') + token.substring(i + 1);
            assertThrows(ProblemException.class, () -> PageRequest.of(3, other, "q"));
        }
    }

    @Test
    void aTokenLongerThanAnyWeGiveIsRefusedUnread() {
        assertThrows(ProblemException.class, () -> PageRequest.of(3, "A".repeat(10_000), "q"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aLimitOutsideItsRangeIsRefused(int limit) {
        ProblemException refused = assertThrows(ProblemException.class, () -> PageRequest.of(limit, null, "q"));
        assertEquals("#limit", refused.violations().get(0).pointer());
    }

    @Test
    void withoutALimitAPageHolds25() {
        PageRequest request = PageRequest.of(null, null, "q");
        assertEquals(25, request.limit());
        assertTrue(request.first());
    }
}
