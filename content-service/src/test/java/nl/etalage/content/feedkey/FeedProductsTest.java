package nl.etalage.content.feedkey;

import static nl.etalage.content.Network.anonymous;
import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.json;
import static nl.etalage.content.Network.machine;
import static nl.etalage.content.Network.newShop;
import static nl.etalage.content.Network.patch;
import static nl.etalage.content.Network.released;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A feed key opens the stories of products as well, and can be called something else. */
@QuarkusTest
class FeedProductsTest {

    private static final String KEYS = "/api/v1/feed-keys";
    private static final String PRODUCTS = "/api/v1/feeds/{secret}/products";

    private static Response made(String shop) {
        Response key = json(shop + "-webmaster", "{\"shop\": \"%s\", \"name\": \"Op de site\"}".formatted(shop))
                .post(KEYS);
        key.then().statusCode(201);
        return key;
    }

    private static String story(String sku, String group) {
        return released("\"body\": \"Tekst bij {{shop.name}}.\", \"products\": [{\"sku\": \"%s\"}]%s"
                .formatted(sku, group == null ? "" : ", \"targetGroups\": [\"" + group + "\"]"));
    }

    @Test
    void aWebshopWithoutAnAccountGetsTheSameAnswerAsOneWithIt() {
        String shop = newShop();
        String story = story("blok-" + shop, null);
        Response mine = machine(shop).get("/api/v1/library/products?shop={shop}&sku=blok-{shop}", shop, shop);
        Response keyed =
                anonymous().get(PRODUCTS + "?sku=blok-{shop}", made(shop).<String>path("key"), shop);
        keyed.then()
                .statusCode(200)
                .header("Cache-Control", "private, no-cache")
                .body("items.id", contains(story))
                .body("items[0].body", is("Tekst bij Wereldwinkel " + shop + "."));
        assertEquals(mine.asString(), keyed.asString());
        anonymous()
                .header("If-None-Match", keyed.header("ETag"))
                .get(PRODUCTS + "?sku=blok-{shop}", made(shop).<String>path("key"), shop)
                .then()
                .statusCode(304);
    }

    @Test
    void asLinkedDataOneNumberIsOneProduct() {
        String shop = newShop();
        released("\"body\": \"Tekst.\", \"products\": [{\"gtin\": \"8719327000014\"}]");
        anonymous()
                .accept("application/ld+json")
                .get(PRODUCTS + "?gtin=8719327000014", made(shop).<String>path("key"))
                .then()
                .statusCode(200)
                .contentType("application/ld+json")
                .body("'@type'", is("Product"));
    }

    @Test
    void aKeyOpensItsOwnShopOnly() {
        String shop = newShop("oost");
        String other = newShop("west");
        String story = story("west-" + other, "west");
        anonymous()
                .get(PRODUCTS + "?sku=west-{shop}&shop={shop}", made(shop).<String>path("key"), other, other)
                .then()
                .statusCode(200)
                .body("items", empty());
        anonymous()
                .get(PRODUCTS + "?sku=west-{shop}", made(other).<String>path("key"), other)
                .then()
                .body("items.id", contains(story));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "0000000000000000000000000000000000000000000"})
    void whatIsNoKeyOpensNothing(String secret) {
        anonymous().get(PRODUCTS + "?sku=x", secret).then().statusCode(404).body(not(containsString(secret + "\"")));
    }

    @Test
    void aRevokedKeyOpensNothingAndAQuestionWithoutAProductIsNone() {
        String shop = newShop();
        Response key = made(shop);
        String secret = key.path("key");
        anonymous().get(PRODUCTS, secret).then().statusCode(422);
        anonymous()
                .get(PRODUCTS + "?gtin=12", secret)
                .then()
                .statusCode(422)
                .body("violations.pointer", hasItem("#gtin"));
        as(shop + "-manager")
                .header("If-Match", "\"1\"")
                .delete(KEYS + "/{id}", key.<String>path("id"))
                .then()
                .statusCode(204);
        anonymous().get(PRODUCTS + "?sku=x", secret).then().statusCode(404);
    }

    @Test
    void aKeyGetsAnotherNameAndItsAddressesStay() {
        String shop = newShop();
        Response key = made(shop);
        String id = key.path("id");
        patch(key, shop + "-manager", "{\"name\": \" Op de nieuwe site \"}")
                .patch(KEYS + "/{id}", id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("name", is("Op de nieuwe site"))
                .body("version", is(2))
                .body("key", nullValue());
        as(shop + "-webmaster").get(KEYS + "/{id}", id).then().body("name", is("Op de nieuwe site"));
        anonymous()
                .get("/api/v1/feeds/{secret}.json", key.<String>path("key"))
                .then()
                .statusCode(200);
        patch(key, shop + "-manager", "{\"name\": \"Te laat\"}")
                .patch(KEYS + "/{id}", id)
                .then()
                .statusCode(412);
        as("admin")
                .get("/api/v1/audit/content?shop={shop}", shop)
                .then()
                .body("items.action", hasItem("feed-key.renamed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\": \"\"}", "{\"name\": null}"})
    void aKeyHasAName(String unnamed) {
        String shop = newShop();
        Response key = made(shop);
        patch(key, shop + "-manager", unnamed)
                .patch(KEYS + "/{id}", key.<String>path("id"))
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/name"));
    }

    @Test
    void onlyTheNameCanChange() {
        String shop = newShop();
        Response key = made(shop);
        patch(key, shop + "-manager", "{\"shop\": \"andere\"}")
                .patch(KEYS + "/{id}", key.<String>path("id"))
                .then()
                .statusCode(422);
        patch(key, shop + "-publisher", "{\"name\": \"x\"}")
                .patch(KEYS + "/{id}", key.<String>path("id"))
                .then()
                .statusCode(403);
    }
}
