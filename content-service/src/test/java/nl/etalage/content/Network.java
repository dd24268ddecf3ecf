package nl.etalage.content;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import nl.etalage.conditionalupdate.MergePatch;
import nl.etalage.testing.ContractFilter;
import nl.etalage.testing.Tokens;

/**
 * A network as a test wants it: people and shops told by the feed of shops-service, stories made through the API. Every
 * request is held to the committed contract. Tests share one database, so each makes shops of its own.
 */
public final class Network {

    private static final ContractFilter CONTRACT = ContractFilter.of(Path.of("openapi.yaml"));
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Map<String, UUID> CENTRAL = new HashMap<>();
    private static boolean centralGroup;

    private Network() {}

    /** Makes sure of {@code editor}, {@code editor2}, {@code coach} and {@code admin}. */
    public static synchronized void centralGroup() {
        if (!centralGroup) {
            for (String person : new String[] {"editor", "editor2", "coach", "admin"}) {
                CENTRAL.put(person, member(null, person, person.replace("2", "")));
            }
            eventually(() -> as("admin").get("/api/v1/stories").statusCode() == 200);
            centralGroup = true;
        }
    }

    /** The membership of one of {@link #centralGroup}. */
    public static synchronized UUID centralMember(String person) {
        return CENTRAL.get(person);
    }

    /** A new shop in these groups with a person in each role, {@code <slug>-manager} and so on. */
    public static String newShop(String... groups) {
        String slug = "winkel-" + NUMBER.incrementAndGet();
        profile(slug, 1, "\"Wereldwinkel %s\"".formatted(slug), "\"ma-za 10.00-17.00\"", groups);
        for (String role : new String[] {"manager", "publisher", "contributor", "webmaster"}) {
            member(slug, slug + "-" + role, role);
        }
        integration(slug, "webshop-" + slug, "[\"library:read\"]");
        eventually(() -> machine(slug).get("/api/v1/library?shop={slug}", slug).statusCode() == 200
                && as(slug + "-webmaster")
                                .get("/api/v1/library?shop={slug}", slug)
                                .statusCode()
                        == 200);
        // Stored, not only asked for: what comes later makes a follower read its library anew.
        eventually(() -> BackgroundWork.fetched(slug));
        return slug;
    }

    /** A new shop in another language than Dutch. */
    public static String newShopIn(String locale, String... groups) {
        String slug = newShop(groups);
        speaks(slug, 2, locale, groups);
        return slug;
    }

    /** Tells in which language a shop reads, and waits until it is known. */
    public static void speaks(String slug, int version, String locale, String... groups) {
        Response before = machine(slug).get("/api/v1/library?shop={slug}", slug);
        tell("shop.changed", "shop/" + slug, shop(slug, version, locale, groups));
        eventually(() -> machine(slug)
                        .header("If-None-Match", before.header("ETag"))
                        .get("/api/v1/library?shop={slug}", slug)
                        .statusCode()
                == 200);
    }

    /** Tells in which zone a shop lives, and waits until it is known. */
    public static void livesIn(String slug, int version, String zone) {
        Response before = machine(slug).get("/api/v1/library?shop={slug}", slug);
        tell(
                "shop.changed",
                "shop/" + slug,
                """
                {"slug": "%s", "kind": "shop", "state": "active", "timeZone": "%s", "locale": "nl", "groups": [],
                 "version": %d}"""
                        .formatted(slug, zone, version));
        eventually(() -> machine(slug)
                        .header("If-None-Match", before.header("ETag"))
                        .get("/api/v1/library?shop={slug}", slug)
                        .statusCode()
                == 200);
    }

    /** Tells in which language the network's own accounts are; a higher version each time. */
    public static void centralSpeaks(String locale, int version) {
        tell(
                "shop.changed",
                "shop/landelijk",
                """
                {"slug": "landelijk", "kind": "central", "state": "active", "timeZone": "Europe/Amsterdam",
                 "locale": "%s", "groups": [], "version": %d}"""
                        .formatted(locale, version));
    }

    /** Tells of a shop, and has its profile ready; name and hours are JSON. */
    public static void profile(String slug, int version, String name, String hours, String... groups) {
        ShopsNeighbour.get()
                .answer(
                        "GET",
                        "/internal/shops/" + slug,
                        200,
                        """
                        {"slug": "%1$s", "version": %2$d, "mergeFields": {
                            "nl": {"shop.name": %3$s, "shop.town": "Zeist", "shop.openingHours": %4$s, "shop.phone": null,
                                   "shop.website": "https://%1$s.example"},
                            "en": {"shop.name": %3$s, "shop.town": "Zeist", "shop.openingHours": null, "shop.phone": null,
                                   "shop.website": "https://%1$s.example"}}}"""
                                .formatted(slug, version, name, hours));
        tellShopChanged(slug, version, groups);
    }

    /** Tells that a shop changed, without a word about its profile. */
    public static void tellShopChanged(String slug, int version, String... groups) {
        tell("shop.changed", "shop/" + slug, shop(slug, version, "nl", groups));
    }

    private static String shop(String slug, int version, String locale, String... groups) {
        String list = groups.length == 0 ? "[]" : "[\"" + String.join("\", \"", groups) + "\"]";
        return """
                {"slug": "%s", "kind": "shop", "state": "active", "timeZone": "Europe/Amsterdam", "locale": "%s",
                 "groups": %s, "version": %d}"""
                .formatted(slug, locale, list, version);
    }

    /** Tells of a member, from the day before the tests until always; answers the id. */
    public static UUID member(String shop, String subject, String role) {
        return member(shop, subject, role, "2020-01-01", null);
    }

    public static UUID member(String shop, String subject, String role, String from, String until) {
        UUID id = UUID.randomUUID();
        tell(
                "member.changed",
                "member/" + id,
                """
                {"id": "%s", %s "issuer": "%s", "subject": "%s", "role": "%s", "from": "%s", "until": %s,
                 "trusted": true, "version": 1}"""
                        .formatted(
                                id,
                                shop == null ? "" : "\"shop\": \"" + shop + "\",",
                                Tokens.issuer(),
                                subject,
                                role,
                                from,
                                until == null ? null : "\"" + until + "\""));
        return id;
    }

    /** Tells that a membership ended. */
    public static void removed(UUID member) {
        tell("member.removed", "member/" + member, "{\"id\": \"%s\"}".formatted(member));
    }

    /** Tells of a machine bound to a shop; scopes are JSON. */
    public static void integration(String shop, String clientId, String scopes) {
        UUID id = UUID.randomUUID();
        tell(
                "integration.changed",
                "integration/" + id,
                """
                {"id": "%s", "shop": "%s", "issuer": "%s", "clientId": "%s", "scopes": %s, "state": "active",
                 "until": null, "version": 1}"""
                        .formatted(id, shop, Tokens.issuer(), clientId, scopes));
    }

    /** Tells that a shop sells these; products are JSON, each with an id of its own. */
    public static void assortment(String slug, int version, String products) {
        ShopsNeighbour.get()
                .answer(
                        "GET",
                        "/internal/shops/" + slug + "/assortment",
                        200,
                        "{\"version\": %d, \"items\": [%s], \"next\": null}".formatted(version, products));
        tell(
                "assortment.changed",
                "assortment/" + slug,
                "{\"shop\": \"%s\", \"version\": %d}".formatted(slug, version));
    }

    private static void tell(String what, String subject, String data) {
        ShopsNeighbour.get()
                .feed("/events")
                .append("nl.etalage.shops." + what + ".v1", subject, data.replace("\n", " "));
    }

    /** A request by a person. */
    public static RequestSpecification as(String subject) {
        return with(Tokens.person(subject));
    }

    /** A request by the webshop of a shop. */
    public static RequestSpecification machine(String slug) {
        return with(Tokens.machine("webshop-" + slug, "library:read publications:write"));
    }

    public static RequestSpecification with(String token) {
        return anonymous().header("Authorization", "Bearer " + token);
    }

    /** A request without a credential. */
    public static RequestSpecification anonymous() {
        return given().filter(CONTRACT).header("Accept-Language", "nl");
    }

    /** A request by a person on the version they saw. */
    public static RequestSpecification on(Response seen, String subject) {
        return as(subject).header("If-Match", seen.header("ETag"));
    }

    /** A merge patch by a person on the version they saw. */
    public static RequestSpecification patch(Response seen, String subject, String patch) {
        return on(seen, subject).contentType(MergePatch.MEDIA_TYPE).body(patch);
    }

    /** A request with JSON by a person. */
    public static RequestSpecification json(String subject, String body) {
        return as(subject).contentType(ContentType.JSON).body(body);
    }

    /** Does an action on a story as it is now. */
    public static Response act(String story, String action, String subject, String body) {
        Response seen = as("editor").get("/api/v1/stories/{id}", story);
        RequestSpecification request = on(seen, subject);
        if (body != null) {
            request = request.contentType(ContentType.JSON).body(body);
        }
        return request.post("/api/v1/stories/{id}/{action}", story, action);
    }

    /** What a story must have, but for what a test adds; begins with a comma-less list of members. */
    public static final String COMPLETE =
            """
            "type": "maker", "locale": "nl", "title": "De vrouwen achter de koffie",
            "summary": "In Huila plukt een coöperatie van vrouwen de koffie die je bij ons drinkt.",
            "readerValue": "Je weet wie je koffie plukte.", "functions": ["awareness"], "audience": ["customers"]""";

    /** A draft by the editor; members are JSON, added to what is complete. */
    public static String draft(String members) {
        centralGroup();
        return json("editor", once("{" + COMPLETE + (members.isBlank() ? "" : ", " + members) + "}"))
                .post("/api/v1/stories")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Of a member that comes twice the last, which the service itself refuses. */
    private static String once(String members) {
        try {
            return new ObjectMapper().readTree(members).toString();
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    /** Makes sure of a theme of this name, whose words are no other theme's; answers its key. */
    public static String theme(String name) {
        centralGroup();
        Response made =
                json("editor", "{\"name\": {\"nl\": \"%s\"}}".formatted(name)).post("/api/v1/themes");
        return made.statusCode() == 201
                ? made.path("key")
                : name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /** A story in the library, released by the second editor. */
    public static String released(String members) {
        String id = draft(members);
        act(id, "submit", "editor", null).then().statusCode(200);
        act(id, "release", "editor2", null).then().statusCode(200);
        return id;
    }

    /** Changes a story in the library; the changes are members of a JSON object. */
    public static void correct(String story, String changes) {
        act(
                        story,
                        "correct",
                        "editor",
                        "{\"note\": \"n\", \"severity\": \"minor\", \"changes\": {%s}}".formatted(changes))
                .then()
                .statusCode(200);
    }

    /** An adaptation of a story by the publisher of a shop. */
    public static String adapted(String shop, String story) {
        return json(shop + "-publisher", "{\"shop\": \"%s\", \"story\": \"%s\"}".formatted(shop, story))
                .post("/api/v1/adaptations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A picture of the network, described; answers its id. */
    public static String picture() {
        centralGroup();
        return as("editor")
                .multiPart("file", "koffie.jpg", jpeg(800, 600), "image/jpeg")
                .multiPart(
                        "metadata",
                        "{\"altText\": \"Een vrouw plukt rode koffiebessen\", \"credit\": \"Foto: Fatima\"}",
                        "application/json")
                .post("/api/v1/assets")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A photograph of nothing, different from any other. */
    public static byte[] jpeg(int width, int height) {
        return image(width, height, "jpg", BufferedImage.TYPE_INT_RGB);
    }

    public static byte[] image(int width, int height, String format, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(NUMBER.incrementAndGet() * 7919 & 0xFFFFFF));
        graphics.fillRect(0, 0, width, height / 2);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Asks until it is so; fails after half a minute, which is for machines that are busy with other things. */
    public static void eventually(BooleanSupplier so) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("It did not happen within half a minute");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    /** What a shop offered, was asked about and sent anew; the id. */
    public static String offeredTwice(String shop) {
        String manager = shop + "-manager";
        String id = json(manager, "{\"shop\": \"%s\", \"text\": \"Mia.\"}".formatted(shop))
                .post("/api/v1/contributions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        asked(id, "Hoe kwam Mia bij jullie?");
        patch(as(manager).get("/api/v1/contributions/{id}", id), manager, "{\"text\": \"Mia kwam op de fiets.\"}")
                .patch("/api/v1/contributions/{id}", id)
                .then()
                .statusCode(200);
        return id;
    }

    /** The central group asks a shop for another text. */
    public static void asked(String contribution, String note) {
        on(as("editor").get("/api/v1/contributions/{id}", contribution), "editor")
                .contentType(ContentType.JSON)
                .body("{\"note\": \"%s\"}".formatted(note))
                .post("/api/v1/contributions/{id}/ask-changes", contribution)
                .then()
                .statusCode(200);
    }
}
