package nl.etalage.scheduling.publication;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import nl.etalage.scheduling.Adaptation;
import nl.etalage.scheduling.Neighbours;
import nl.etalage.scheduling.Winkel;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Planning over HTTP: who may, what is kept, and what is refused with which sentence. */
@QuarkusTest
class PlanningTest {

    private static final String SOON = "2027-05-05T10:00";

    @Test
    void aPlannedPublicationShowsItsSnapshotAndItsMoment() {
        Winkel winkel = Winkel.open();
        String channel = winkel.mastodon();
        Adaptation adaptation = winkel.adaptation("").renders("Chocolade met een verhaal.", "Een reep chocolade");

        Response planned = winkel.plan("publisher", channel, adaptation, SOON);

        planned.then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("shop", equalTo(winkel.slug()))
                .body("text", equalTo("Chocolade met een verhaal."))
                .body("assets", hasSize(1))
                .body("assets[0].altText", equalTo("Een reep chocolade"))
                .body("story", equalTo(adaptation.story().toString()))
                .body("revision", equalTo(1))
                .body("localTime", equalTo(SOON))
                .body("timeZone", equalTo("Europe/Amsterdam"))
                .body("at", equalTo("2027-05-05T08:00:00Z"))
                .body("notAfter", equalTo("2027-05-05T11:00:00Z"))
                .body("state", equalTo("scheduled"))
                .body("outdated", equalTo(false))
                .body("attempts", empty())
                .body("notes", empty())
                .body("createdBy", equalTo(winkel.member("publisher").toString()));
        assertEquals(
                planned.asString(),
                winkel.as("manager").get(planned.header("Location")).asString());
    }

    @Test
    void contentIsAskedWithThePlannersOwnTokenAndThePublicationsIdAsReference() {
        Winkel winkel = Winkel.open();
        String channel = winkel.mastodon();
        Adaptation adaptation = winkel.adaptation("Wie vraagt het?");
        String token = Tokens.person(winkel.person("publisher"));

        String id = Winkel.with(token)
                .body("""
                        {"shop":"%s","channel":"%s","adaptation":"%s","localTime":"%s"}"""
                        .formatted(winkel.slug(), channel, adaptation.id(), SOON))
                .post("/api/v1/publications")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        var asked = Neighbours.content().requests().stream()
                .filter(request -> request.path().contains(adaptation.id().toString()))
                .findFirst()
                .orElseThrow();
        assertEquals("Bearer " + token, asked.header("Authorization"));
        assertEquals(
                "/api/v1/adaptations/%s/rendering?platform=mastodon&limit=500&on=2027-05-05&reference=%s"
                        .formatted(adaptation.id(), id),
                asked.path());
    }

    @ParameterizedTest
    @CsvSource({
        "manager, 201, scheduled",
        "publisher, 201, scheduled",
        "novice, 201, awaiting-approval",
        "contributor, 201, awaiting-approval"
    })
    void whoPlansDecidesWhetherAYesIsNeeded(String who, int status, String state) {
        Winkel winkel = Winkel.open();
        String channel = winkel.mastodon();

        Response planned = winkel.plan(who, channel, winkel.adaptation("Door " + who), SOON);

        planned.then().statusCode(status).body("state", equalTo(state));
    }

    @Test
    void aWebmasterPlansNothing() {
        Winkel winkel = Winkel.open();
        String channel = winkel.mastodon();

        Response refused = winkel.plan("webmaster", channel, winkel.adaptation("Nee"), SOON);

        refused.then().statusCode(403).body("title", equalTo("Dit mag je niet"));
    }

    @Test
    void aMachineWithBothScopesPlansAndAPersonDecides() {
        Winkel winkel = Winkel.open();
        String channel = winkel.mastodon();
        Adaptation adaptation = winkel.adaptation("Van de webshop");
        UUID integration = bind(winkel, "\"publications:write\",\"library:read\"");
        awaitIntegration(winkel, "publications:write");

        Response planned = Winkel.with(Tokens.machine("shop-" + winkel.slug(), "publications:write library:read"))
                .body("""
                        {"shop":"%s","channel":"%s","adaptation":"%s","localTime":"%s"}"""
                        .formatted(winkel.slug(), channel, adaptation.id(), SOON))
                .post("/api/v1/publications");

        planned.then()
                .statusCode(201)
                .body("state", equalTo("awaiting-approval"))
                .body("createdBy", equalTo(integration.toString()));
    }

    @Test
    void aMachineHasNoMoreScopesThanItsBindingAllows() {
        Winkel winkel = Winkel.open();
        bind(winkel, "\"publications:read\"");
        awaitIntegration(winkel, "publications:read");

        Response refused = Winkel.with(Tokens.machine("shop-" + winkel.slug(), "publications:write publications:read"))
                .body("""
                        {"shop":"%s","channel":"%s","adaptation":"%s","localTime":"%s"}"""
                        .formatted(winkel.slug(), UUID.randomUUID(), UUID.randomUUID(), SOON))
                .post("/api/v1/publications");

        refused.then().statusCode(403);
    }

    private static UUID bind(Winkel winkel, String scopes) {
        UUID id = UUID.randomUUID();
        Neighbours.shops()
                .feed("/events")
                .append(
                        "nl.etalage.shops.integration.changed.v1",
                        "integration/" + id,
                        """
                        {"id":"%s","shop":"%s","issuer":"%s","clientId":"shop-%s","scopes":[%s],"state":"active",
                         "until":null,"version":1}"""
                                .formatted(id, winkel.slug(), Tokens.issuer(), winkel.slug(), scopes));
        return id;
    }

    private static void awaitIntegration(Winkel winkel, String scope) {
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> Winkel.with(Tokens.machine("shop-" + winkel.slug(), scope))
                                .get("/api/v1/channels?shop=" + winkel.slug())
                                .statusCode()
                        == 200);
    }

    @Test
    void aTimeThatDoesNotExistIsRefusedWithTheNextThatDoes() {
        Winkel winkel = Winkel.open();
        String channel = winkel.mastodon();

        Response refused = winkel.plan("publisher", channel, winkel.adaptation("Nacht"), "2027-03-28T02:30");

        refused.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("https://etalage.nl/problems/local-time-does-not-exist"))
                .body("nextValid", equalTo("2027-03-28T03:00"))
                .body("detail", containsString("03:00"))
                .body("violations[0].pointer", equalTo("/localTime"));
    }

    @Test
    void aTimeThatComesTwiceMeansTheFirstAndTheNotesSaySo() {
        Winkel winkel = Winkel.open();
        String channel = winkel.mastodon();

        Response planned = winkel.plan("publisher", channel, winkel.adaptation("Nacht"), "2027-10-31T02:30");

        planned.then()
                .statusCode(201)
                .body("at", equalTo("2027-10-31T00:30:00Z"))
                .body("notes[0]", startsWith("De klok gaat die nacht een uur terug"));
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-01T10:00, local-time-passed",
        "2099-01-01T10:00, local-time-too-far",
        "morgen, local-time-invalid",
        "2027-05-05T10:00:00+02:00, local-time-invalid"
    })
    void aMomentThatCannotBeIsRefusedAtItsField(String localTime, String problem) {
        Winkel winkel = Winkel.open();
        String channel = winkel.mastodon();

        Response refused = winkel.plan("publisher", channel, winkel.adaptation("Wanneer"), localTime);

        refused.then()
                .statusCode(422)
                .body("type", equalTo("https://etalage.nl/problems/" + problem))
                .body("violations[0].pointer", equalTo("/localTime"));
    }

    @Test
    void aRenderingWithProblemsIsNotPlannedAndEachProblemIsSaid() {
        Winkel winkel = Winkel.open();
        String channel = winkel.mastodon();
        Adaptation adaptation = winkel.adaptation("x")
                .renders(
                        1,
                        "x",
                        "[]",
                        """
                        [{"code":"too-long","detail":"De tekst is 12 tekens te lang.","field":"body","excess":12},
                         {"code":"missing-field","detail":"Jullie openingstijden ontbreken.","field":"shop.openingHours"}]""");

        Response refused = winkel.plan("publisher", channel, adaptation, SOON);

        refused.then()
                .statusCode(422)
                .body("type", equalTo("https://etalage.nl/problems/rendering-has-problems"))
                .body(
                        "violations.detail",
                        contains("De tekst is 12 tekens te lang.", "Jullie openingstijden ontbreken."));
        winkel.as("manager")
                .get("/api/v1/publications?shop=" + winkel.slug())
                .then()
                .body("items", empty());
    }

    @Test
    void whatContentSaysOfTooOftenIsPassedOn() {
        Winkel winkel = Winkel.open();
        String channel = winkel.mastodon();
        Adaptation adaptation = winkel.adaptation("te vaak");
        Neighbours.content()
                .answer("GET", "/api/v1/adaptations/" + adaptation.id() + "/rendering", 429, "{\"status\":429}");

        winkel.plan("publisher", channel, adaptation, SOON)
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("type", equalTo("https://etalage.nl/problems/shop-limit-reached"));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void whenContentIsInTroubleNothingIsStoredAndItSaysSo(int status) {
        Winkel winkel = Winkel.open();
        String channel = winkel.mastodon();
        Adaptation adaptation = winkel.adaptation("weg");
        Neighbours.content()
                .answer(
                        "GET",
                        "/api/v1/adaptations/" + adaptation.id() + "/rendering",
                        status,
                        "{\"status\":" + status + "}");

        Response refused = winkel.plan("publisher", channel, adaptation, SOON);

        refused.then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("type", equalTo("https://etalage.nl/problems/content-unavailable"));
        winkel.as("manager")
                .get("/api/v1/publications?shop=" + winkel.slug())
                .then()
                .body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"text\": 5", "{\"text\":null}", "not json"})
    void whateverContentAnswersIsNoServerErrorOfOurs(String body) {
        Winkel winkel = Winkel.open();
        String channel = winkel.mastodon();
        Adaptation adaptation = winkel.adaptation("raar");
        Neighbours.content().answer("GET", "/api/v1/adaptations/" + adaptation.id() + "/rendering", 200, body);

        Response refused = winkel.plan("publisher", channel, adaptation, SOON);

        refused.then().statusCode(503).body("type", equalTo("https://etalage.nl/problems/content-unavailable"));
    }

    @Test
    void anAdaptationThatIsNotThereIsSaidAtItsField() {
        Winkel winkel = Winkel.open();
        String channel = winkel.mastodon();
        Adaptation unknown = new Adaptation(winkel.slug(), UUID.randomUUID(), UUID.randomUUID());

        Response refused = winkel.plan("publisher", channel, unknown, SOON);

        refused.then().statusCode(422).body("violations[0].pointer", equalTo("/adaptation"));
    }

    @Test
    void anotherShopsAdaptationOrChannelIsAsIfAbsent() {
        Winkel winkel = Winkel.open();
        Winkel other = Winkel.open();
        String channel = winkel.mastodon();
        String theirs = other.mastodon();

        winkel.plan("publisher", channel, other.adaptation("van hen"), SOON)
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/adaptation"));
        winkel.plan("publisher", theirs, winkel.adaptation("van ons"), SOON)
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/channel"));
    }

    @Test
    void theSameTextOnTheSameChannelWithinThirtyDaysNeedsAWordOfConsent() {
        Winkel winkel = Winkel.open();
        String channel = winkel.mastodon();
        Adaptation adaptation = winkel.adaptation("Kom langs!");
        String first = winkel.plan("publisher", channel, adaptation, SOON)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        winkel.plan("publisher", channel, winkel.adaptation(" Kom  langs! "), "2027-05-20T10:00")
                .then()
                .statusCode(409)
                .body("type", equalTo("https://etalage.nl/problems/duplicate-publication"))
                .body("earlier", equalTo(first))
                .body("detail", containsString("5 mei 2027"));
        winkel.plan("publisher", channel, adaptation, "2027-06-05T10:00").then().statusCode(201);
        winkel.as("publisher")
                .body(
                        """
                        {"shop":"%s","channel":"%s","adaptation":"%s","localTime":"%s","allowDuplicate":true}"""
                                .formatted(winkel.slug(), channel, adaptation.id(), SOON))
                .post("/api/v1/publications")
                .then()
                .statusCode(201);
    }

    @Test
    void twoPlansOfTheSameTextAtTheSameMomentDoNotBothPass() throws InterruptedException {
        Winkel winkel = Winkel.open();
        String channel = winkel.mastodon();
        Adaptation adaptation = winkel.adaptation("Tegelijk");
        java.util.List<Integer> statuses = new java.util.concurrent.CopyOnWriteArrayList<>();
        java.util.List<Thread> planners = new java.util.ArrayList<>();

        for (int i = 0; i < 6; i++) {
            Thread planner = new Thread(() -> statuses.add(
                    winkel.plan("publisher", channel, adaptation, SOON).statusCode()));
            planners.add(planner);
            planner.start();
        }
        for (Thread planner : planners) {
            planner.join();
        }

        assertEquals(1, statuses.stream().filter(status -> status == 201).count(), statuses.toString());
        assertEquals(5, statuses.stream().filter(status -> status == 409).count(), statuses.toString());
    }

    @Test
    void aRepeatedKeyGivesTheFirstAnswerAndAnotherBodyIsRefused() {
        Winkel winkel = Winkel.open();
        String channel = winkel.mastodon();
        Adaptation adaptation = winkel.adaptation("Een keer");
        String body = """
                {"shop":"%s","channel":"%s","adaptation":"%s","localTime":"%s"}"""
                .formatted(winkel.slug(), channel, adaptation.id(), SOON);
        String key = UUID.randomUUID().toString();
        String first = winkel.as("publisher")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/publications")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        winkel.as("publisher")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/publications")
                .then()
                .statusCode(201)
                .body("id", equalTo(first));
        winkel.as("publisher")
                .header("Idempotency-Key", key)
                .body(body.replace("2027-05-05", "2027-05-06"))
                .post("/api/v1/publications")
                .then()
                .statusCode(422);
    }

    @Test
    void theListIsByMomentPagedAndFiltered() {
        Winkel winkel = Winkel.open();
        String channel = winkel.mastodon();
        for (int day = 10; day < 15; day++) {
            winkel.plan("publisher", channel, winkel.adaptation("Dag " + day), "2027-05-" + day + "T10:00")
                    .then()
                    .statusCode(201);
        }
        winkel.plan("contributor", channel, winkel.adaptation("Mag dit?"), "2027-05-12T12:00");
        String list = "/api/v1/publications?shop=" + winkel.slug();

        Response first = winkel.as("manager").get(list + "&from=2027-05-11&to=2027-05-13&limit=2");
        Response second = winkel.as("manager")
                .get(list + "&from=2027-05-11&to=2027-05-13&limit=2&pageToken=" + first.path("nextPageToken"));

        first.then().statusCode(200).body("items.text", contains("Dag 11", "Dag 12"));
        second.then().body("items.text", contains("Mag dit?", "Dag 13")).body("$", not(hasItem("nextPageToken")));
        winkel.as("manager").get(list + "&state=awaiting-approval").then().body("items.text", contains("Mag dit?"));
        winkel.as("manager")
                .get(list + "&from=2027-05-12&limit=2&pageToken=" + first.path("nextPageToken"))
                .then()
                .statusCode(400);
        winkel.as("manager")
                .get(list + "&state=onzin&from=gisteren")
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("#from", "#state"));
    }

    @Test
    void aReaderThatHasItGets304() {
        Winkel winkel = Winkel.open();
        String channel = winkel.mastodon();
        Response planned = winkel.plan("publisher", channel, winkel.adaptation("Zelfde"), SOON);

        Response again = winkel.as("manager")
                .header("If-None-Match", planned.header("ETag"))
                .get(planned.header("Location"));

        assertEquals(304, again.statusCode());
    }
}
