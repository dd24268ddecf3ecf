package nl.etalage.content.library.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DutchFormsTest {

    @ParameterizedTest
    @CsvSource({
        "huizen, huis",
        "huis, huizen",
        "brieven, brief",
        "brief, brieven",
        "repen, reep",
        "reep, repen",
        "tassen, tas",
        "tas, tassen",
        "bananen, banaan",
        "banaan, bananen",
        "kommen, kom",
        "sjaal, sjaals",
        "kadootje, kado",
        "mandje, mand",
        "mandjes, manden",
        "boompje, boom",
        "chocolaatje, chocola",
        "kettinkje, kettin"
    })
    void aFormLeadsToTheOther(String word, String form) {
        assertTrue(DutchForms.of(word).contains(form), DutchForms.of(word).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "kofie, koffie",
        "chocolde, chocolade",
        "rijts, rijst",
        "vrijwiligers, vrijwilligers",
        "honig, honing",
        "kathmandoe, kathmandu"
    })
    void aSlipIsForgiven(String typed, String meant) {
        assertTrue(Spelling.near(typed, meant));
    }

    @ParameterizedTest
    @CsvSource({"thee, tas", "zee, zeep", "koffie, koffer", "rijst, reis", "winkel, wandel"})
    void anotherWordIsNotMeant(String typed, String known) {
        assertFalse(Spelling.near(typed, known));
    }

    @Test
    void whatIsTypedIsTakenApart() {
        List<SearchTerms.Term> terms = SearchTerms.of("Fair-trade \"een Betere wereld\" -\u00c9\u00e9n caf\u00e9")
                .terms();
        assertEquals(
                List.of(
                        new SearchTerms.Term(List.of("fair"), false, false),
                        new SearchTerms.Term(List.of("trade"), false, false),
                        new SearchTerms.Term(List.of("een", "betere", "wereld"), false, false),
                        new SearchTerms.Term(List.of("een"), true, false),
                        new SearchTerms.Term(List.of("cafe"), false, true)),
                terms);
    }

    @Test
    void aCompoundIsTriedInTwo() {
        assertTrue(WidenSearch.splits("theeblaadjes").contains(List.of("thee", "blaadjes")));
        assertTrue(WidenSearch.splits("vrijheidsbeeld").contains(List.of("vrijheid", "beeld")));
    }

    @Test
    void moreWordsThanAnybodyTypesAreNotLookedAt() {
        assertEquals(
                SearchTerms.MOST, SearchTerms.of("woord ".repeat(200)).terms().size());
        assertTrue(SearchTerms.of("' | ! ( : * & \\ \" - --").terms().isEmpty());
    }
}
