package nl.etalage.shops.shop;

import static nl.etalage.shops.Network.ADMIN;
import static nl.etalage.shops.Network.anonymous;
import static nl.etalage.shops.Network.as;
import static nl.etalage.shops.Network.bind;
import static nl.etalage.shops.Network.central;
import static nl.etalage.shops.Network.newShop;
import static nl.etalage.shops.Network.newSlug;
import static nl.etalage.shops.Network.patching;
import static nl.etalage.shops.Network.with;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import nl.etalage.shops.AtOnce;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ShopsTest {

    @Test
    void anAdminCreatesAShopWithAllThatBelongsToIt() {
        String slug = newSlug();
        as(ADMIN)
                .body(
                        """
                        {"slug": "%s", "name": "Wereldwinkel Zeist", "town": "Zeist", "website": "https://zeist.example/",
                         "webshop": "https://winkel.zeist.example/", "profiles": {"mastodon": "@zeist@stand-in.example"},
                         "openingHours": [{"day": "saturday", "opens": "10:00", "closes": "17:00"},
                                          {"day": "tuesday", "opens": "09:30", "closes": "17:30"}],
                         "rhythm": {"postsPerWeek": 3, "moments": [{"day": "tuesday", "time": "10:00"}]},
                         "fields": {"phone": "030 123 45 67"}}"""
                                .formatted(slug))
                .post("/api/v1/shops")
                .then()
                .statusCode(201)
                .header("Location", endsWith("/api/v1/shops/" + slug))
                .header("ETag", equalTo("\"0\""))
                .body("slug", equalTo(slug))
                .body("kind", equalTo("shop"))
                .body("timeZone", equalTo("Europe/Amsterdam"))
                .body("locale", equalTo("nl"))
                .body("state", equalTo("active"))
                .body("openingHours.day", contains("tuesday", "saturday"))
                .body("openingHours[0].opens", equalTo("09:30"))
                .body("rhythm.moments[0].time", equalTo("10:00"))
                .body("profiles.mastodon", equalTo("@zeist@stand-in.example"))
                .body("fields.phone", equalTo("030 123 45 67"))
                .body("version", equalTo(0));
    }

    @Test
    void whatIsNotFilledInIsThereAndEmpty() {
        String slug = newSlug();
        newShop(slug);
        as(ADMIN)
                .get("/api/v1/shops/{slug}", slug)
                .then()
                .statusCode(200)
                .body("town", nullValue())
                .body("website", nullValue())
                .body("rhythm", nullValue())
                .body("openingHours", empty())
                .body("groups", empty())
                .body("profiles", anEmptyMap())
                .body("fields", anEmptyMap());
    }

    @Test
    void aTakenSlugIsRefusedWithAPointer() {
        String slug = newSlug();
        newShop(slug);
        as(ADMIN)
                .body(Map.of("slug", slug, "name", "Een andere"))
                .post("/api/v1/shops")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("https://etalage.nl/problems/slug-taken"))
                .body("violations[0].pointer", equalTo("/slug"))
                .body("detail", equalTo("De korte naam \"" + slug + "\" is al in gebruik. Kies een andere."));
    }

    @Test
    void oneCentralPublisherExistsAndListsShowItOnlyWhenAsked() {
        as(ADMIN)
                .body(Map.of("slug", "landelijk", "name", "Wereldwinkels Nederland", "kind", "central"))
                .post("/api/v1/shops")
                .then()
                .statusCode(201)
                .body("kind", equalTo("central"));
        as(ADMIN).get("/api/v1/shops?q=landelijk").then().statusCode(200).body("items", empty());
        as(ADMIN)
                .get("/api/v1/shops?q=landelijk&kind=central")
                .then()
                .statusCode(200)
                .body("items.slug", contains("landelijk"));
    }

    @Test
    void onlyAnAdminCreatesShops() {
        String slug = newShop();
        central("editor", "editor");
        for (String who : List.of(slug + "-manager", "editor")) {
            as(who).body(Map.of("slug", newSlug(), "name", "Nieuw"))
                    .post("/api/v1/shops")
                    .then()
                    .statusCode(403)
                    .body(
                            "detail",
                            equalTo("Jouw rol mag dit niet doen. Vraag het aan de beheerder van jullie winkel."));
        }
    }

    @Test
    void aManagerDescribesTheOwnShop() {
        String slug = newShop();
        patching(
                        slug + "-manager",
                        0,
                        """
                        {"town": "Zeist", "profiles": {"facebook": "wereldwinkelzeist"}, "website": null}""")
                .patch("/api/v1/shops/{slug}", slug)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("town", equalTo("Zeist"))
                .body("profiles.facebook", equalTo("wereldwinkelzeist"))
                .body("version", equalTo(1));
    }

    @Test
    void aPatchTakesOneProfileAwayAndLeavesTheOthers() {
        String slug = newShop();
        patching(slug + "-manager", 0, "{\"profiles\": {\"facebook\": \"zeist\", \"mastodon\": \"@zeist@x.example\"}}")
                .patch("/api/v1/shops/{slug}", slug);
        patching(slug + "-manager", 1, "{\"profiles\": {\"facebook\": null}}")
                .patch("/api/v1/shops/{slug}", slug)
                .then()
                .statusCode(200)
                .body("profiles", equalTo(Map.of("mastodon", "@zeist@x.example")));
    }

    @Test
    void whatAClientReadItMaySendBackAndNothingChanges() {
        String slug = newShop();
        String whole = as(slug + "-manager").get("/api/v1/shops/{slug}", slug).asString();
        patching(slug + "-manager", 0, whole)
                .patch("/api/v1/shops/{slug}", slug)
                .then()
                .statusCode(200)
                .body("version", equalTo(0));
    }

    @Test
    void slugKindAndVersionNeverChange() {
        String slug = newShop();
        patching(ADMIN, 0, "{\"slug\": \"anders\", \"kind\": \"region\", \"version\": 7}")
                .patch("/api/v1/shops/{slug}", slug)
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/slug", "/kind", "/version"));
    }

    @Test
    void groupsAndStateAreNotTheManagersToChange() {
        String slug = newShop();
        String group = newSlug();
        as(ADMIN).body(Map.of("slug", group, "name", "Groep")).post("/api/v1/groups");
        patching(slug + "-manager", 0, "{\"groups\": [\"" + group + "\"], \"state\": \"closed\"}")
                .patch("/api/v1/shops/{slug}", slug)
                .then()
                .statusCode(403)
                .body("type", equalTo("https://etalage.nl/problems/field-reserved"))
                .body("violations.pointer", contains("/groups", "/state"));
    }

    @Test
    void anEditorSetsGroupsAndNothingElse() {
        String slug = newShop();
        String group = newSlug();
        central("editor", "editor");
        as("editor")
                .body(Map.of("slug", group, "name", "Groep"))
                .post("/api/v1/groups")
                .then()
                .statusCode(201);
        patching("editor", 0, "{\"groups\": [\"" + group + "\"]}")
                .patch("/api/v1/shops/{slug}", slug)
                .then()
                .statusCode(200)
                .body("groups", contains(group));
        patching("editor", 1, "{\"town\": \"Elders\"}")
                .patch("/api/v1/shops/{slug}", slug)
                .then()
                .statusCode(403)
                .body("violations.pointer", contains("/town"));
    }

    @Test
    void anUnknownGroupIsPointedAt() {
        String slug = newShop();
        patching(ADMIN, 0, "{\"groups\": [\"bestaat-niet\"]}")
                .patch("/api/v1/shops/{slug}", slug)
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/groups/0"))
                .body("violations[0].detail", equalTo("Deze groep bestaat niet."));
    }

    @Test
    void everyMemberOfTheNetworkSeesEveryShopAndAStrangerNone() {
        String own = newShop();
        String other = newShop();
        as(own + "-contributor")
                .get("/api/v1/shops/{slug}", other)
                .then()
                .statusCode(200)
                .body("slug", equalTo(other));
        as("stranger").get("/api/v1/shops/{slug}", own).then().statusCode(404);
        as("stranger").get("/api/v1/shops").then().statusCode(403);
    }

    @Test
    void changingAnotherShopIsAsIfItWereAbsent() {
        String own = newShop();
        String other = newShop();
        String foreign = patching(own + "-manager", 0, "{\"town\": \"Elders\"}")
                .patch("/api/v1/shops/{slug}", other)
                .then()
                .statusCode(404)
                .extract()
                .asString();
        String absent = patching(own + "-manager", 0, "{\"town\": \"Elders\"}")
                .patch("/api/v1/shops/{slug}", newSlug())
                .then()
                .statusCode(404)
                .extract()
                .asString();
        assertEquals(absent, foreign);
    }

    @Test
    void aMachineSeesItsOwnShopOnly() {
        String own = newShop();
        String other = newShop();
        bind(own, "client-" + own, "library:read");
        String token = Tokens.machine("client-" + own, "library:read");
        with(token).get("/api/v1/shops").then().statusCode(200).body("items.slug", contains(own));
        with(token).get("/api/v1/shops/{slug}", own).then().statusCode(200).body("slug", equalTo(own));
        with(token).get("/api/v1/shops/{slug}", other).then().statusCode(404);
    }

    @Test
    void aMachineWhoseTokenLacksTheScopeIsRefused() {
        String own = newShop();
        bind(own, "client-" + own, "library:read");
        with(Tokens.machine("client-" + own, "publications:write"))
                .get("/api/v1/shops/{slug}", own)
                .then()
                .statusCode(403);
    }

    @Test
    void anUnchangedShopIsNotSentAgain() {
        String slug = newShop();
        as(ADMIN)
                .header("If-None-Match", "\"0\"")
                .get("/api/v1/shops/{slug}", slug)
                .then()
                .statusCode(304)
                .header("ETag", equalTo("\"0\""))
                .header("Cache-Control", equalTo("no-cache, private"));
        as(ADMIN)
                .header("If-None-Match", "\"9\"")
                .get("/api/v1/shops/{slug}", slug)
                .then()
                .statusCode(200);
    }

    @Test
    void aChangeNamesTheVersionItSaw() {
        String slug = newShop();
        as(ADMIN)
                .contentType("application/merge-patch+json")
                .body("{\"town\": \"Zeist\"}")
                .patch("/api/v1/shops/{slug}", slug)
                .then()
                .statusCode(428)
                .body("type", equalTo("https://etalage.nl/problems/version-required"));
        patching(ADMIN, 3, "{\"town\": \"Zeist\"}")
                .patch("/api/v1/shops/{slug}", slug)
                .then()
                .statusCode(412)
                .body("version", equalTo(0));
    }

    @Test
    void ofTwoChangesAtOnceOneWins() throws Exception {
        String slug = newShop();
        Callable<Integer> first = () -> change(slug, "Zeist");
        Callable<Integer> second = () -> change(slug, "Utrecht");
        Callable<Integer> third = () -> change(slug, "Amersfoort");
        assertEquals(List.of(200, 412, 412), AtOnce.sorted(first, second, third));
        as(ADMIN).get("/api/v1/shops/{slug}", slug).then().body("version", equalTo(1));
    }

    @Test
    void ofTwoShopsWithOneSlugAtOnceOneIsMade() throws Exception {
        String slug = newSlug();
        Callable<Integer> creation = () -> as(ADMIN)
                .body(Map.of("slug", slug, "name", "Winkel"))
                .post("/api/v1/shops")
                .statusCode();
        assertEquals(List.of(201, 409, 409, 409), AtOnce.sorted(creation, creation, creation, creation));
    }

    @Test
    void aListIsPagedByKeyAndSearched() {
        String prefix = "zoek" + newSlug();
        for (String end : List.of("-a", "-b", "-c")) {
            newShop(prefix + end);
        }
        Response first = as(ADMIN).get("/api/v1/shops?limit=2&q=" + prefix.toUpperCase(Locale.ROOT));
        first.then().statusCode(200).body("items.slug", contains(prefix + "-a", prefix + "-b"));
        as(ADMIN)
                .queryParam("pageToken", first.<String>path("nextPageToken"))
                .get("/api/v1/shops?limit=2&q=" + prefix.toUpperCase(Locale.ROOT))
                .then()
                .statusCode(200)
                .body("items.slug", contains(prefix + "-c"))
                .body("$", not(hasKey("nextPageToken")));
    }

    @Test
    void aPageTokenOfAnotherListIsRefused() {
        newShop(newSlug());
        newShop(newSlug());
        String token = as(ADMIN).get("/api/v1/shops?limit=1").path("nextPageToken");
        as(ADMIN)
                .queryParam("pageToken", token)
                .get("/api/v1/shops?limit=1&kind=region")
                .then()
                .statusCode(400)
                .body("type", equalTo("https://etalage.nl/problems/invalid-page-token"));
    }

    @Test
    void aSearchTakesWildcardsLiterally() {
        newShop(newSlug());
        as(ADMIN).get("/api/v1/shops?q=%25").then().statusCode(200).body("items", empty());
    }

    @Test
    void aListIsNarrowedToAGroup() {
        String slug = newShop();
        newShop(newSlug());
        String group = newSlug();
        as(ADMIN).body(Map.of("slug", group, "name", "Groep")).post("/api/v1/groups");
        patching(ADMIN, 0, "{\"groups\": [\"" + group + "\"]}").patch("/api/v1/shops/{slug}", slug);
        as(ADMIN)
                .get("/api/v1/shops?group=" + group)
                .then()
                .statusCode(200)
                .body("items.slug", contains(slug))
                .body("items.groups", everyItem(hasItem(group)));
    }

    @Test
    void aRepeatedCreationWithItsKeyIsAnsweredOnceMoreAndMadeOnce() {
        String slug = newSlug();
        String body = "{\"slug\": \"%s\", \"name\": \"Winkel\"}".formatted(slug);
        String first = as(ADMIN)
                .header("Idempotency-Key", slug)
                .body(body)
                .post("/api/v1/shops")
                .asString();
        as(ADMIN)
                .header("Idempotency-Key", slug)
                .body(body)
                .post("/api/v1/shops")
                .then()
                .statusCode(201)
                .body("slug", equalTo(slug))
                .body(equalTo(first));
        as(ADMIN)
                .header("Idempotency-Key", slug)
                .body("{\"slug\": \"%s-2\", \"name\": \"Winkel\"}".formatted(slug))
                .post("/api/v1/shops")
                .then()
                .statusCode(422)
                .body("type", equalTo("https://etalage.nl/problems/idempotency-key-reused"));
        as(ADMIN).get("/api/v1/shops?q=" + slug + "-2").then().body("items", hasSize(0));
    }

    @Test
    void withoutATokenNothingIsSaidAtAll() {
        anonymous()
                .get("/api/v1/shops")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", equalTo("Bearer"))
                .body("detail", equalTo("Voor dit deel moet je ingelogd zijn. Log in en probeer het opnieuw."));
    }

    private static int change(String slug, String town) {
        return patching(ADMIN, 0, "{\"town\": \"%s\"}".formatted(town))
                .patch("/api/v1/shops/{slug}", slug)
                .statusCode();
    }

    @Test
    void anAdminMakesAShopToTryThingsWithAndTheOthersHearOfIt() {
        String slug = newSlug();
        as(ADMIN)
                .body(Map.of("slug", slug, "name", "Proefwinkel", "sandbox", true))
                .post("/api/v1/shops")
                .then()
                .statusCode(201)
                .body("sandbox", equalTo(true));
        as(ADMIN).get("/api/v1/shops/{slug}", slug).then().body("sandbox", equalTo(true));
    }

    @Test
    void onlyAnAdminMakesAShopOneToTryThingsWith() {
        String slug = newShop();
        central("editor", "editor");
        for (String person : new String[] {slug + "-manager", "editor"}) {
            patching(person, 0, "{\"sandbox\": true}")
                    .patch("/api/v1/shops/{slug}", slug)
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("https://etalage.nl/problems/field-reserved"))
                    .body("violations[0].pointer", equalTo("/sandbox"));
        }
        patching(ADMIN, 0, "{\"sandbox\": true}")
                .patch("/api/v1/shops/{slug}", slug)
                .then()
                .statusCode(200)
                .body("sandbox", equalTo(true));
    }
}
