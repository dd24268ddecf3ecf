package nl.etalage.scheduling;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import nl.etalage.testing.ContractFilter;
import nl.etalage.testing.SettableClock;
import nl.etalage.testing.Tokens;

/**
 * A shop of its own for a test, with its people, as shops-service would tell it. Every request is held to the committed
 * contract.
 */
public final class Winkel {

    private static final ContractFilter CONTRACT = ContractFilter.of(Path.of("openapi.yaml"));
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private final String slug;
    private final Map<String, UUID> members = new HashMap<>();

    private Winkel(String slug) {
        this.slug = slug;
    }

    /** A shop with a manager, a trusted publisher, an untrusted one, a contributor and a webmaster. */
    public static Winkel open() {
        return open(false);
    }

    private static Winkel open(boolean sandbox) {
        Winkel winkel = new Winkel("winkel-" + NUMBER.incrementAndGet());
        tellShop(winkel.slug, "shop", sandbox);
        winkel.member("publisher", "publisher", true);
        winkel.member("novice", "publisher", false);
        winkel.member("contributor", "contributor", false);
        winkel.member("webmaster", "webmaster", false);
        winkel.member("manager", "manager", true);
        winkel.contacts("nl-NL");
        winkel.awaitKnown();
        return winkel;
    }

    /** As {@link #open}, and it is a shop to try things with. */
    public static Winkel openSandbox() {
        return open(true);
    }

    /** Tells that a shop exists. */
    public static void tellShop(String slug, String kind) {
        tellShop(slug, kind, false);
    }

    private static void tellShop(String slug, String kind, boolean sandbox) {
        Neighbours.shops()
                .feed("/events")
                .append(
                        "nl.etalage.shops.shop.changed.v1",
                        "shop/" + slug,
                        """
                        {"slug":"%s","kind":"%s","state":"active","timeZone":"Europe/Amsterdam","locale":"nl-NL",
                         "groups":[],"sandbox":%s,"version":1}"""
                                .formatted(slug, kind, sandbox));
    }

    /** Tells of a member; a null shop is the central group. */
    public static UUID tellMember(String shop, String subject, String role, boolean trusted) {
        UUID id = UUID.randomUUID();
        String where = shop == null ? "" : "\"shop\":\"" + shop + "\",";
        Neighbours.shops()
                .feed("/events")
                .append(
                        "nl.etalage.shops.member.changed.v1",
                        "member/" + id,
                        """
                        {"id":"%s",%s"issuer":"%s","subject":"%s","role":"%s","from":"2020-01-01","until":null,
                         "trusted":%s,"version":1}"""
                                .formatted(id, where, Tokens.issuer(), subject, role, trusted));
        return id;
    }

    private void member(String name, String role, boolean trusted) {
        members.put(name, tellMember(slug, person(name), role, trusted));
    }

    /** The people shops-service knows a mail address of; their language is this. */
    public void contacts(String locale) {
        String items =
                """
                {"items":[{"member":"%s","subject":"x","issuer":"x","name":"Mia","email":"%s","role":"manager",
                           "locale":"%s"},
                          {"member":"%s","subject":"x","issuer":"x","name":"Piet","email":"%s","role":"publisher",
                           "locale":"%s"}]}"""
                        .formatted(
                                members.get("manager"),
                                mail("manager"),
                                locale,
                                members.get("publisher"),
                                mail("publisher"),
                                locale);
        Neighbours.shops().answer("GET", "/internal/contacts?shop=" + slug, 200, items);
    }

    private void awaitKnown() {
        await().atMost(PATIENCE)
                .until(() -> as("manager").get("/api/v1/channels?shop=" + slug).statusCode() == 200);
    }

    public String slug() {
        return slug;
    }

    public UUID member(String name) {
        return members.get(name);
    }

    /** The subject of one of the people. */
    public String person(String name) {
        return slug + "-" + name;
    }

    public String mail(String name) {
        return person(name) + "@winkel.example";
    }

    /** The account on the stand-in. */
    public String account() {
        return slug.replace("-", "");
    }

    /** A request by one of the people. */
    public RequestSpecification as(String name) {
        return with(Tokens.person(person(name)));
    }

    /** A request with a token. */
    public static RequestSpecification with(String token) {
        return anonymous().header("Authorization", "Bearer " + token);
    }

    /** A request without a credential. */
    public static RequestSpecification anonymous() {
        return given().filter(CONTRACT).header("Accept-Language", "nl").contentType(ContentType.JSON);
    }

    /** Connects and verifies the shop's account on the stand-in; answers the channel's id. */
    public String mastodon() {
        return mastodon("stand-in-" + account(), "");
    }

    /** With a token and more members of the request, each after a comma. */
    public String mastodon(String token, String more) {
        Response channel = as("manager")
                .body(
                        """
                        {"shop":"%s","platform":"mastodon","credentials":{"server":"%s","accessToken":"%s"}%s}"""
                                .formatted(slug, Neighbours.platform().url(), token, more))
                .post("/api/v1/channels");
        channel.then().statusCode(201);
        String id = channel.path("id");
        as("manager")
                .header("If-Match", channel.header("ETag"))
                .post("/api/v1/channels/{id}/verify", id)
                .then()
                .statusCode(200);
        return id;
    }

    /** A channel that a person posts to. */
    public String assisted() {
        return as("manager")
                .body("""
                        {"shop":"%s","platform":"assisted","account":"Facebook"}"""
                        .formatted(slug))
                .post("/api/v1/channels")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** An adaptation of the shop whose rendering has this text. */
    public Adaptation adaptation(String text) {
        return new Adaptation(slug, UUID.randomUUID(), UUID.randomUUID()).renders(text);
    }

    /** Plans; the caller checks the answer. */
    public Response plan(String who, String channel, Adaptation adaptation, String localTime) {
        return as(who).body(
                        """
                        {"shop":"%s","channel":"%s","adaptation":"%s","localTime":"%s"}"""
                                .formatted(slug, channel, adaptation.id(), localTime))
                .post("/api/v1/publications");
    }

    /** An action on a publication in its present version. */
    public Response act(String who, String publication, String action, String body) {
        String tag = as("manager").get("/api/v1/publications/{id}", publication).header("ETag");
        RequestSpecification request = as(who).header("If-Match", tag);
        return (body == null ? request : request.body(body))
                .post("/api/v1/publications/{id}/{action}", publication, action);
    }

    /** The publication as it stands. */
    public ValidatableResponse look(String publication) {
        return as("manager")
                .get("/api/v1/publications/{id}", publication)
                .then()
                .statusCode(200);
    }

    /** Waits until a publication is in a state. */
    public ValidatableResponse awaitState(String publication, String state) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> look(publication).extract().path("state").equals(state));
        return look(publication);
    }

    /** A local time so many seconds from now, or a part of one more: a second that is cut off may be gone already. */
    public static String in(int seconds) {
        return LocalDateTime.ofInstant(SettableClock.now(), AMSTERDAM)
                .plusSeconds(seconds + 1L)
                .withNano(0)
                .toString();
    }
}
