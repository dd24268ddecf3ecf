package nl.etalage.content.library;

import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.eventually;
import static nl.etalage.content.Network.machine;
import static nl.etalage.content.Network.newShop;
import static nl.etalage.content.Network.profile;
import static nl.etalage.content.Network.released;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A story that was prepared for all shops is at each of them what would be made for that shop alone. */
@QuarkusTest
class PreparedItemsTest {

    private static final List<String> BODIES = List.of(
            "Zonder velden, met **nadruk** en een [link](https://voorbeeld.example).",
            "Kom naar **{{shop.name}}** in {{shop.town}}. Bel {{shop.phone}}.\\n\\n- {{shop.openingHours}}\\n- thee",
            "[Verder]({{shop.website}}/verhalen) bij {{shop.name}}.",
            "{{shop.name}}\\n===\\n\\n> {{shop.name}}: \\\"welkom\\\" & <i>tot ziens</i>",
            "\\uE000\\uE010\\uE002 Bij {{shop.name}}.");

    private static final List<String> NAMES = List.of(
            "\"Wereldwinkel Zeist\"",
            "\"Thee & Zo\"",
            "\"'t *Winkeltje*\"",
            "\"<script>alert(1)</script>\"",
            "\"2 \\\"Switch\\\"\"",
            "null",
            "\"Dubbele  spatie\\nen regel\"");

    /** In all its fields but the moments, which a preview has of its own. */
    private static Map<String, Object> shown(Map<String, Object> item) {
        item.remove("appeared");
        item.remove("updated");
        return item;
    }

    @Test
    void askedOnceTwiceAndByManyTheItemIsThatOfThePreview() {
        String group = "groep-" + UUID.randomUUID().toString().substring(0, 8);
        List<String> shops = new ArrayList<>();
        for (String name : NAMES) {
            String shop = newShop(group);
            profile(shop, 2, name, "\"ma-za 10.00-17.00\\nzo dicht\"", group);
            shops.add(shop);
        }
        List<String> stories = BODIES.stream()
                .map(body ->
                        released("\"title\": \"Bij {{shop.name}}\", \"link\": \"{{shop.website}}/a\", \"body\": \"%s\","
                                        .formatted(body)
                                + " \"targetGroups\": [\"%s\"]".formatted(group)))
                .toList();
        String last = shops.get(shops.size() - 1);
        eventually(() -> machine(last)
                .get("/api/v1/library?shop={shop}", last)
                .body()
                .asString()
                .contains("Dubbele"));
        for (int round = 0; round < 3; round++) {
            for (String shop : shops) {
                Map<String, Map<String, Object>> pulled = new java.util.HashMap<>();
                machine(shop)
                        .get("/api/v1/library?shop={shop}", shop)
                        .jsonPath()
                        .<Map<String, Object>>getList("items")
                        .forEach(item -> pulled.put((String) item.get("id"), item));
                for (String story : stories) {
                    Map<String, Object> alone = shown(as("editor")
                            .get("/api/v1/stories/{id}/preview?shop={shop}", story, shop)
                            .jsonPath()
                            .getMap(""));
                    assertEquals(alone, shown(pulled.get(story)), shop);
                    assertEquals(
                            alone,
                            shown(machine(shop)
                                    .get("/api/v1/library/{id}?shop={shop}", story, shop)
                                    .jsonPath()
                                    .getMap("")));
                }
            }
            // A change of the library; what was prepared before is prepared anew.
            stories = new ArrayList<>(stories);
            stories.add(released("\"body\": \"Nog een.\", \"targetGroups\": [\"%s\"]".formatted(group)));
        }
        assertTrue(stories.size() > BODIES.size());
    }
}
