package nl.etalage.scheduling.channel;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import nl.etalage.scheduling.Neighbours;
import nl.etalage.scheduling.Winkel;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a shop that just joined begins with. */
@QuarkusTest
class FirstChannelTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private String slug;
    private String manager;

    @BeforeEach
    void aCandidate() {
        slug = "nieuw-" + UUID.randomUUID();
        manager = "manager-" + slug;
        tell("candidate", "nl", 1);
        Winkel.tellMember(slug, manager, "manager", true);
    }

    @Test
    void aShopThatBecomesActiveGetsAChannelToPostOnByHand() {
        tell("active", "nl", 2);
        await().atMost(PATIENCE).untilAsserted(() -> channels().then().body("items", hasSize(1)));
        channels()
                .then()
                .body("items[0].platform", equalTo("assisted"))
                .body("items[0].account", equalTo("jullie eigen pagina"))
                .body("items[0].state", equalTo("healthy"))
                .body("items[0].version", equalTo(0));
    }

    @Test
    void hearingItAgainOrAfterAPauseMakesNoSecondChannel() {
        tell("active", "en", 2);
        tell("active", "en", 2);
        tell("candidate", "en", 3);
        tell("active", "en", 4);
        awaitHeard();
        channels().then().body("items", hasSize(1)).body("items[0].account", equalTo("your own page"));
    }

    @Test
    void aShopThatWasActiveFromTheStartConnectsItsOwnChannels() {
        String other = "al-lang-" + UUID.randomUUID();
        Winkel.tellShop(other, "shop");
        Winkel.tellMember(other, "manager-" + other, "manager", true);
        awaitHeard();
        Winkel.with(Tokens.person("manager-" + other))
                .get("/api/v1/channels?shop=" + other)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    /** The feed is heard in order, so a shop told last says that all before it was heard. */
    private static void awaitHeard() {
        String last = "laatste-" + UUID.randomUUID();
        Winkel.tellShop(last, "shop");
        Winkel.tellMember(last, "manager-" + last, "manager", true);
        await().atMost(PATIENCE)
                .until(() -> Winkel.with(Tokens.person("manager-" + last))
                                .get("/api/v1/channels?shop=" + last)
                                .statusCode()
                        == 200);
    }

    private Response channels() {
        return Winkel.with(Tokens.person(manager)).get("/api/v1/channels?shop=" + slug);
    }

    private void tell(String state, String locale, int version) {
        Neighbours.shops()
                .feed("/events")
                .append(
                        "nl.etalage.shops.shop.changed.v1",
                        "shop/" + slug,
                        """
                        {"slug":"%s","kind":"shop","state":"%s","timeZone":"Europe/Amsterdam","locale":"%s",
                         "groups":[],"version":%d}"""
                                .formatted(slug, state, locale, version));
    }
}
