package nl.etalage.content.story;

import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.json;
import static nl.etalage.content.Network.machine;
import static nl.etalage.content.Network.newShop;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import nl.etalage.content.Network;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every text of a story at its limit, past it, and with whatever people and machines put into texts. */
@QuarkusTest
class FieldLimitsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What nobody types by accident, and what must come back as it went. */
    private static final List<String> ODD = List.of(
            "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67 \ud83e\udef6",
            "\u202e\u05d0\u05d1\u05d2 \u0645\u0631\u062d\u0628\u0627",
            "e\u0301\u0301\u0301 \u0e01\u0e33",
            "\ufeff\u200b\u00ad",
            "<script>alert('x')</script><img src=x onerror=alert(1)>",
            "[klik](javascript:alert(1)) '; DROP TABLE story; --");

    @BeforeEach
    void people() {
        Network.centralGroup();
    }

    private static ObjectNode story(String pointer, String text) {
        ObjectNode story = JSON.createObjectNode().put("type", "tip");
        String[] parts = pointer.substring(1).split("/");
        switch (parts[0]) {
            case "details", "channelTexts" -> story.putObject(parts[0]).put(parts[1], text);
            case "products" -> story.putArray("products").addObject().put(parts[2], text);
            default -> story.put(parts[0], text);
        }
        return story;
    }

    /** Where a text stands, how many characters it may have, and where a refusal points. */
    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("/title", 200, "/title"),
                Arguments.of("/summary", 500, "/summary"),
                Arguments.of("/body", 20_000, "/body"),
                Arguments.of("/readerValue", 500, "/readerValue"),
                Arguments.of("/question", 300, "/question"),
                Arguments.of("/callToAction", 300, "/callToAction"),
                Arguments.of("/credit", 200, "/credit"),
                Arguments.of("/channelTexts/mastodon", 5_000, "/channelTexts/mastodon"),
                Arguments.of("/details/country", 2_000, "/details/country"),
                Arguments.of("/products/0/sku", 100, "/products/0"),
                Arguments.of("/products/0/brand", 100, "/products/0"),
                Arguments.of("/products/0/supplier", 100, "/products/0"),
                Arguments.of("/products/0/article", 100, "/products/0"));
    }

    private static JsonNode kept(ObjectNode story) throws IOException {
        Response made = json("editor", JSON.writeValueAsString(story)).post("/api/v1/stories");
        assertEquals(201, made.statusCode(), made.asString());
        Response read = as("editor").get("/api/v1/stories/{id}", made.<String>path("id"));
        read.then().statusCode(200);
        return JSON.readTree(read.asByteArray());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void aTextAtItsLimitIsKeptAndOneCharacterMoreIsPointedAt(String place, int most, String pointer)
            throws IOException {
        for (String character : List.of("x", "\u00e9", "\ud83e\udef6")) {
            String whole = character.repeat(most);
            assertEquals(
                    whole,
                    kept(story(place, whole)).at(JsonPointer.compile(place)).asText());
            json("editor", JSON.writeValueAsString(story(place, whole + character)))
                    .post("/api/v1/stories")
                    .then()
                    .statusCode(422)
                    .body("violations.pointer", hasItem(pointer));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void whateverPeopleTypeIsKeptAsWritten(String place, int most, String pointer) throws IOException {
        for (String odd : ODD) {
            String text = odd.codePointCount(0, odd.length()) > most ? odd.substring(0, most) : odd;
            assertEquals(
                    text,
                    kept(story(place, text)).at(JsonPointer.compile(place)).asText());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void aTextWithNulInItIsRefusedAtItsPlace(String place, int most, String pointer) throws IOException {
        for (String broken : List.of("a\u0000b", "\u0000")) {
            Response refused = json("editor", JSON.writeValueAsString(story(place, broken)))
                    .post("/api/v1/stories");
            assertEquals(422, refused.statusCode(), refused.asString());
            List<String> pointers = refused.path("violations.pointer");
            assertEquals(true, pointers.stream().anyMatch(found -> found.startsWith(pointer)), place + " " + pointers);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>Koffie",
                "<img src=x onerror=alert(1)>Koffie",
                "[Koffie](javascript:alert(1))",
                "[Koffie](JaVaScRiPt&colon;alert(1))",
                "<a href=\"data:text/html;base64,PHNjcmlwdD4=\">Koffie</a>",
                "<svg/onload=alert(1)>Koffie",
                "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>Koffie",
            })
    void whatIsWrittenStaysInTheStoryAndOnlyWhatIsSafeGoesOut(String body) throws IOException {
        String shop = newShop();
        String story = Network.released("\"body\": " + JSON.writeValueAsString(body));
        as("editor").get("/api/v1/stories/{id}", story).then().statusCode(200).body("body", is(body));
        Response item = machine(shop).get("/api/v1/library/{id}?shop={shop}", story, shop);
        item.then()
                .statusCode(200)
                .body("bodyHtml", containsString("Koffie"))
                .body("bodyHtml", not(containsString("<script")))
                .body("bodyHtml", not(containsString("<img")))
                .body("bodyHtml", not(containsString("<svg")))
                .body("bodyHtml", not(containsString("<style")))
                .body("bodyHtml", not(containsString("href=\"javascript")))
                .body("bodyHtml", not(containsString("href=\"data")));
        String feed = machine(shop)
                .get("/api/v1/library.feed.json?limit=1&shop=" + shop)
                .path("items[0].content_html");
        assertEquals(item.<String>path("bodyHtml"), feed);
    }

    @Test
    void tenThousandThemesProductsAndDetailsAreRefusedOnce() throws IOException {
        for (String list : List.of("themes", "products", "targetGroups")) {
            ObjectNode story = JSON.createObjectNode().put("type", "tip");
            for (int number = 0; number < 10_000; number++) {
                if (list.equals("products")) {
                    story.withArray(list).addObject().put("sku", "n" + number);
                } else {
                    story.withArray(list).add("n" + number);
                }
            }
            json("editor", JSON.writeValueAsString(story))
                    .post("/api/v1/stories")
                    .then()
                    .statusCode(422)
                    .body("violations.pointer", hasItem("/" + list));
        }
        ObjectNode details = JSON.createObjectNode().put("type", "tip");
        for (int number = 0; number < 10_000; number++) {
            details.withObject("/details").put("n" + number, 1);
        }
        json("editor", JSON.writeValueAsString(details))
                .post("/api/v1/stories")
                .then()
                .statusCode(422)
                .body("violations.pointer", is(List.of("/details")));
    }
}
