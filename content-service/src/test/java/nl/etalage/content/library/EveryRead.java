package nl.etalage.content.library;

import static nl.etalage.content.Network.anonymous;
import static nl.etalage.content.Network.json;
import static nl.etalage.content.Network.machine;

import io.restassured.response.Response;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every way there is to come across a story of a library, all of them tried.
 *
 * @param story id
 * @param word what no other story says
 * @param gtin what no other story is about
 */
record EveryRead(String story, String word, String gtin) {

    static final Set<String> ALL = Set.of(
            "list", "search", "count", "item", "product", "product by number", "json", "atom", "rss", "key", "events");

    /** Where the shop finds it; that it is gone is an event too. */
    Set<String> finds(String shop) {
        Set<String> found = new TreeSet<>();
        String base = "/api/v1/library";
        look(found, "list", base + "?limit=100&shop=", shop);
        look(found, "search", base + "?q=" + word + "&shop=", shop);
        if (ok(shop, base + "/facets?q=" + word + "&shop=").<Integer>path("total.count") > 0) {
            found.add("count");
        }
        if (machine(shop).get(base + "/{id}?shop={shop}", story, shop).statusCode() != 404) {
            found.add("item");
        }
        look(found, "product", base + "/products?gtin=" + gtin + "&shop=", shop);
        look(found, "product by number", base + "/products/" + gtin + "?shop=", shop);
        look(found, "json", base + ".feed.json?q=" + word + "&shop=", shop);
        look(found, "atom", base + ".atom?q=" + word + "&shop=", shop);
        look(found, "rss", base + ".rss?q=" + word + "&shop=", shop);
        if (byKey(shop).body().asString().contains(story)) {
            found.add("key");
        }
        if (events(shop).contains(story)) {
            found.add("events");
        }
        return found;
    }

    private void look(Set<String> found, String way, String path, String shop) {
        if (ok(shop, path).body().asString().contains(story)) {
            found.add(way);
        }
    }

    private static Response ok(String shop, String path) {
        return machine(shop).get(path + shop).then().statusCode(200).extract().response();
    }

    private Response byKey(String shop) {
        String key = json(shop + "-manager", "{\"shop\": \"%s\", \"name\": \"x\"}".formatted(shop))
                .post("/api/v1/feed-keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
        return anonymous()
                .get("/api/v1/feeds/{key}.json?q={word}", key, word)
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    /** All stories that a follower ever hears of. */
    static Set<String> events(String shop) {
        Set<String> stories = new TreeSet<>();
        String after = "";
        List<String> ids;
        do {
            Response page = ok(shop, "/api/v1/library/events?" + after + "shop=");
            ids = page.path("id");
            stories.addAll(page.<List<String>>path("data.story"));
            after = ids.isEmpty() ? "" : "lastEventId=" + ids.get(ids.size() - 1) + "&";
        } while (!ids.isEmpty());
        return stories;
    }

    /** The end of what a follower hears, to go on after. */
    static String end(String shop) {
        String last = null;
        List<String> ids;
        do {
            ids = ok(shop, "/api/v1/library/events?" + (last == null ? "" : "lastEventId=" + last + "&") + "shop=")
                    .path("id");
            last = ids.isEmpty() ? last : ids.get(ids.size() - 1);
        } while (!ids.isEmpty());
        return last;
    }

    /** Letters that no other story has, not even nearly. */
    static String newWord() {
        StringBuilder word = new StringBuilder();
        new java.util.Random().ints(18, 'a', 'z' + 1).forEach(letter -> word.append((char) letter));
        return word.toString();
    }
}
