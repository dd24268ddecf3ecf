package nl.etalage.content.library;

import static nl.etalage.content.Network.eventually;
import static nl.etalage.content.Network.machine;
import static nl.etalage.content.Network.newShop;
import static nl.etalage.content.Network.picture;
import static nl.etalage.content.Network.profile;
import static nl.etalage.content.Network.released;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * What is kept of library items, at webshops by its ETag and in the database as it was prepared, holds for one form of
 * the answer. When this test tells that the form is another now, raise {@link LibraryTag#FORM} and record it anew.
 */
@QuarkusTest
class LibraryFormTest {

    private static final String BODY =
            "# Kop\\n\\nBij **{{shop.name}}** in {{shop.town}}: *koffie*, [thee](https://thee.example) en `meer`.\\n\\n"
                    + "- een\\n- twee\\n\\n1. eerst\\n\\n> gezegd\\n\\n---\\n\\n<b>geen</b> tag\\\\\\nharde regel\\n\\n"
                    + "| a | b |\\n|---|---|\\n| 1 | 2 |\\n\\n~~weg~~ https://kaal.example";

    @Test
    void theFormOfAnItemIsTheOneThatIsCounted() throws IOException {
        String shop = newShop();
        profile(shop, 2, "\"Winkel Zeist\"", "\"ma 10-17\"");
        String story = released(
                """
                "body": "%s", "question": "Wie is Rosa?", "callToAction": "Kom {{shop.openingHours}} langs.",
                "link": "https://voorbeeld.example/a", "credit": "Fatima", "season": ["winter"],
                "channelTexts": {"mastodon": "Kort: {{shop.name}}"}, "assets": ["%s"],
                "products": [{"gtin": "8710400000006", "brand": "Fair"}], "lockedFields": ["title"]"""
                        .formatted(BODY, picture()));
        eventually(() -> item(story, shop).contains("Winkel Zeist"));
        String form = item(story, shop)
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "ID")
                .replaceAll("media/[^/\"]+/", "media/KEY/")
                .replaceAll("\"[0-9]{4}-[0-9]{2}-[0-9]{2}T[^\"]+Z\"", "\"MOMENT\"");
        try (InputStream recorded =
                LibraryFormTest.class.getResourceAsStream("/library/item-form-%s.json".formatted(LibraryTag.FORM))) {
            assertEquals(new String(recorded.readAllBytes(), StandardCharsets.UTF_8).strip(), form);
        }
    }

    private static String item(String story, String shop) {
        return machine(shop)
                .get("/api/v1/library/{story}?shop={shop}", story, shop)
                .body()
                .asString();
    }
}
