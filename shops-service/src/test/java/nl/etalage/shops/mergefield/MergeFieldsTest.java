package nl.etalage.shops.mergefield;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nl.etalage.shops.shop.OpeningTime;
import nl.etalage.shops.shop.ShopDocument;
import nl.etalage.shops.shop.ShopKind;
import nl.etalage.shops.shop.ShopState;
import nl.etalage.shops.shop.Weekday;
import org.junit.jupiter.api.Test;

class MergeFieldsTest {

    private static final TreeSet<String> NAMES = new TreeSet<>(List.of(
            "shop.name",
            "shop.town",
            "shop.website",
            "shop.webshop",
            "shop.openingHours",
            "shop.profiles.google-business",
            "shop.profiles.mastodon",
            "shop.fields.phoneNumber",
            "shop.fields.slogan"));

    @Test
    void everyNameIsThereInBothLanguagesWithItsValue() {
        Map<String, Map<String, String>> fields = MergeFields.of(zeist(), NAMES);
        assertEquals(NAMES, fields.get("nl").keySet());
        assertEquals(NAMES, fields.get("en").keySet());
        assertEquals("Wereldwinkel Zeist", fields.get("nl").get("shop.name"));
        assertEquals("Zeist", fields.get("nl").get("shop.town"));
        assertEquals("https://zeist.example/", fields.get("nl").get("shop.website"));
        assertEquals("@zeist@stand-in.example", fields.get("nl").get("shop.profiles.mastodon"));
        assertEquals("030 123 45 67", fields.get("en").get("shop.fields.phoneNumber"));
    }

    @Test
    void openingHoursFollowTheLanguage() {
        Map<String, Map<String, String>> fields = MergeFields.of(zeist(), NAMES);
        assertEquals("za 10.00-17.00 uur", fields.get("nl").get("shop.openingHours"));
        assertEquals("Sat 10:00-17:00", fields.get("en").get("shop.openingHours"));
    }

    @Test
    void whatTheShopDidNotFillInIsThereAsNull() {
        Map<String, String> dutch = MergeFields.of(zeist(), NAMES).get("nl");
        for (String name : List.of("shop.webshop", "shop.profiles.google-business", "shop.fields.slogan")) {
            assertTrue(dutch.containsKey(name), name);
            assertNull(dutch.get(name), name);
        }
    }

    private static ShopDocument zeist() {
        return new ShopDocument(
                "zeist",
                ShopKind.SHOP,
                "Wereldwinkel Zeist",
                "Zeist",
                "Europe/Amsterdam",
                "nl",
                "https://zeist.example/",
                null,
                Map.of("mastodon", "@zeist@stand-in.example"),
                List.of(new OpeningTime(Weekday.SATURDAY, LocalTime.of(10, 0), LocalTime.of(17, 0))),
                null,
                List.of(),
                Map.of("phoneNumber", "030 123 45 67"),
                ShopState.ACTIVE,
                false,
                0L);
    }
}
