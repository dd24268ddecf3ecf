package nl.etalage.shops.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SearchTextTest {

    @Test
    void capitalsAndAccentsDoNotCount() {
        assertEquals("cafe-een cafe een", SearchText.of("cafe-een", "CAFÉ Eén", null));
    }

    @Test
    void whatMeansSomethingToLikeIsTakenLiterally() {
        assertEquals("%100!% !_ !!%", SearchText.containing(" 100% _ ! "));
    }
}
