package nl.etalage.shops.mergefield;

import static nl.etalage.shops.Network.ADMIN;
import static nl.etalage.shops.Network.as;
import static nl.etalage.shops.Network.newShop;
import static nl.etalage.shops.Network.newSlug;
import static nl.etalage.shops.Network.patching;
import static nl.etalage.shops.Network.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MergeFieldsOverHttpTest {

    private String slug;
    private String key;

    @BeforeEach
    void aShopWithHoursAndAFieldOfItsOwn() {
        slug = newShop();
        key = "veld" + slug.replaceAll("[^0-9]", "");
        patching(
                        slug + "-manager",
                        0,
                        """
                        {"town": "Zeist", "fields": {"%s": "Eerlijk sinds 1969"},
                         "profiles": {"youtube": "@zeist"},
                         "openingHours": [{"day": "saturday", "opens": "10:00", "closes": "17:00"}]}"""
                                .formatted(key))
                .patch("/api/v1/shops/{slug}", slug)
                .then()
                .statusCode(200);
    }

    @Test
    void aServiceReadsAShopWithItsFieldsFilledPerLanguage() {
        asService()
                .get("/internal/shops/{slug}", slug)
                .then()
                .statusCode(200)
                .body("slug", equalTo(slug))
                .body("town", equalTo("Zeist"))
                .body("version", equalTo(1))
                .body("mergeFields.nl['shop.name']", equalTo("Wereldwinkel " + slug))
                .body("mergeFields.nl['shop.openingHours']", equalTo("za 10.00-17.00 uur"))
                .body("mergeFields.en['shop.openingHours']", equalTo("Sat 10:00-17:00"))
                .body("mergeFields.nl['shop.profiles.youtube']", equalTo("@zeist"))
                .body("mergeFields.nl['shop.fields.%s']".formatted(key), equalTo("Eerlijk sinds 1969"));
    }

    @Test
    void aFieldWithoutAValueIsThereAsNull() {
        String bare = newSlug();
        newShop(bare);
        asService()
                .get("/internal/shops/{slug}", bare)
                .then()
                .statusCode(200)
                .body("mergeFields.nl", hasKey("shop.openingHours"))
                .body("mergeFields.nl['shop.openingHours']", nullValue())
                .body("mergeFields.nl", hasKey("shop.profiles.mastodon"))
                .body("mergeFields.nl", hasKey("shop.fields." + key))
                .body("mergeFields.nl['shop.fields.%s']".formatted(key), nullValue());
    }

    @Test
    void aServiceFindsNoShopThatDoesNotExist() {
        asService().get("/internal/shops/{slug}", newSlug()).then().statusCode(404);
        asService().get("/internal/shops/met spatie").then().statusCode(404);
    }

    @Test
    void theNamesAreTheFixedOnesAndThoseInUse() {
        asService()
                .get("/internal/merge-fields")
                .then()
                .statusCode(200)
                .body(
                        "names",
                        hasItems(
                                "shop.name",
                                "shop.town",
                                "shop.website",
                                "shop.webshop",
                                "shop.openingHours",
                                "shop.profiles.mastodon",
                                "shop.profiles.youtube",
                                "shop.fields." + key));
    }

    @Test
    void aFieldThatNobodyUsesAnyMoreIsNoNameAnyMore() {
        patching(slug + "-manager", 1, "{\"fields\": {\"%s\": null}}".formatted(key))
                .patch("/api/v1/shops/{slug}", slug);
        asService().get("/internal/merge-fields").then().body("names", not(hasItem("shop.fields." + key)));
    }

    @Test
    void anEditorReadsWhatAFieldBecomesInTheOwnLanguage() {
        as(slug + "-publisher")
                .header("Accept-Language", "nl")
                .get("/api/v1/merge-fields?limit=100")
                .then()
                .statusCode(200)
                .body("items.find { it.name == 'shop.name' }.description", equalTo("De naam van de winkel"))
                .body(
                        "items.find { it.name == 'shop.profiles.youtube' }.description",
                        equalTo("Het adres of de naam van de winkel op youtube"));
        as(ADMIN)
                .header("Accept-Language", "en")
                .get("/api/v1/merge-fields?limit=100")
                .then()
                .body("items.find { it.name == 'shop.name' }.description", equalTo("The name of the shop"))
                .body(
                        "items.find { it.name == 'shop.fields.%s' }.description".formatted(key),
                        equalTo("Field \"" + key + "\" of shops that filled it in"));
    }

    @Test
    void theListIsPagedByName() {
        patching(slug + "-manager", 1, "{\"fields\": {\"aaa\": \"1\", \"aab\": \"2\"}}")
                .patch("/api/v1/shops/{slug}", slug);
        String token = as(ADMIN)
                .get("/api/v1/merge-fields?limit=1")
                .then()
                .body("items.name", contains("shop.fields.aaa"))
                .extract()
                .path("nextPageToken");
        as(ADMIN)
                .queryParam("pageToken", token)
                .get("/api/v1/merge-fields?limit=1")
                .then()
                .body("items.name", contains("shop.fields.aab"));
    }

    private static RequestSpecification asService() {
        return with(Tokens.service("content-service"));
    }
}
