package nl.etalage.shops;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.etalage.conditionalupdate.MergePatch;
import nl.etalage.testing.ContractFilter;
import nl.etalage.testing.Tokens;

/**
 * A network as a test wants it, made through the API by its first admin. Every request is held to the committed
 * contract. Tests share one database, so each makes shops of its own.
 */
public final class Network {

    /** The first admin, as {@link TestSettings} sets it. */
    public static final String ADMIN = "admin";

    private static final ContractFilter CONTRACT = ContractFilter.of(Path.of("openapi.yaml"));
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Network() {}

    /** A request by a person. */
    public static RequestSpecification as(String subject) {
        return with(Tokens.person(subject));
    }

    /** A request with a token. */
    public static RequestSpecification with(String token) {
        return anonymous().header("Authorization", "Bearer " + token);
    }

    /** A request without a credential. */
    public static RequestSpecification anonymous() {
        return given().filter(CONTRACT).contentType(ContentType.JSON);
    }

    /** A merge patch by a person on the version they saw. */
    public static RequestSpecification patching(String subject, long version, String patch) {
        return as(subject)
                .contentType(MergePatch.MEDIA_TYPE)
                .header("If-Match", "\"" + version + "\"")
                .body(patch);
    }

    /** A slug that no other test uses. */
    public static String newSlug() {
        return "winkel-" + NUMBER.incrementAndGet();
    }

    /** A new shop with a manager {@code <slug>-manager}, and the like for publisher, contributor and webmaster. */
    public static String newShop() {
        String slug = newSlug();
        newShop(slug);
        for (String role : new String[] {"manager", "publisher", "contributor", "webmaster"}) {
            addMember(slug, slug + "-" + role, role);
        }
        return slug;
    }

    /** A new shop with nobody in it. */
    public static void newShop(String slug) {
        as(ADMIN)
                .body(Map.of("slug", slug, "name", "Wereldwinkel " + slug))
                .post("/api/v1/shops")
                .then()
                .statusCode(201);
    }

    /** Gives a person a role at a shop; answers the id of the member. */
    public static String addMember(String slug, String subject, String role) {
        return as(ADMIN)
                .body(Map.of("subject", subject, "name", subject, "role", role, "email", subject + "@winkel.example"))
                .post("/api/v1/shops/{slug}/members", slug)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Makes sure that a person has a role in the central group. */
    public static void central(String subject, String role) {
        Response answer = as(ADMIN)
                .body(Map.of("subject", subject, "name", subject, "role", role))
                .post("/api/v1/central/members");
        if (answer.statusCode() != 201 && answer.statusCode() != 409) {
            throw new AssertionError(answer.asString());
        }
    }

    /** Binds a client to a shop with a scope; answers the id of the integration. */
    public static String bind(String slug, String clientId, String... scopes) {
        return as(ADMIN)
                .body(Map.of("clientId", clientId, "name", "Webshop", "scopes", scopes))
                .post("/api/v1/shops/{slug}/integrations", slug)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
