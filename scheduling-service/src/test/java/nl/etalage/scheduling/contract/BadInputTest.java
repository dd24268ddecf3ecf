package nl.etalage.scheduling.contract;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import nl.etalage.scheduling.Winkel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in, the answer is a sentence and never a fault of ours. */
@QuarkusTest
class BadInputTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"shop\":5} | 422 | /shop",
                "{\"shop\":\"x\",\"colour\":1} | 422 | /colour",
                "{\"channel\":\"geen-uuid\"} | 422 | /channel",
                "{\"localTime\":[]} | 422 | /localTime",
                "{\"allowDuplicate\":\"misschien\"} | 422 | /allowDuplicate",
                "{\"localTime\":20261205} | 422 | /localTime",
                "{} | 422 | /shop"
            })
    void aWrongFieldIsPointedAt(String body, int status, String pointer) {
        Response refused = Winkel.open().as("manager").body(body).post("/api/v1/publications");

        assertEquals(status, refused.statusCode(), refused.asString());
        refused.then().contentType("application/problem+json").body("violations[0].pointer", equalTo(pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "", "null", "[]", "5", "\"x\"", "{}{}"})
    void aBodyThatIsNoneIsRefused(String body) {
        Response refused = Winkel.open().as("manager").body(body).post("/api/v1/publications");

        assertTrue(refused.statusCode() == 400 || refused.statusCode() == 422, refused.asString());
        refused.then().contentType("application/problem+json");
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        Response refused = Winkel.open()
                .as("manager")
                .body("{\"shop\":\"" + "x".repeat(1_100_000) + "\"}")
                .post("/api/v1/publications");

        refused.then().statusCode(413).contentType("application/problem+json");
    }

    @Test
    void anotherMediaTypeIsRefused() {
        Response refused =
                Winkel.open().as("manager").contentType("text/plain").body("x").post("/api/v1/publications");

        refused.then().statusCode(415).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/channels?shop=a%20b",
                "/api/v1/channels?shop=%00",
                "/api/v1/channels?shop=" + "x%27%3B--",
                "/api/v1/channels/geen-uuid",
                "/api/v1/channels/%00",
                "/api/v1/publications/..%2F..%2Fetc",
                "/api/v1/publications/01a201e9-8a23-71af-ba97-96f58e40cf0",
                "/api/v1/recalls?story=x",
                "/api/v1/recalls?pageToken=x",
                "/api/v1/notices?shop=x&limit=0",
                "/api/v1/publications?shop=x&limit=veel",
                "/api/v1/publications?shop=x&limit=99999999999",
                "/api/v1/publications?shop=x&pageToken=%F0%9F%98%80",
                "/api/v1/nergens"
            })
    void anAddressThatIsNoneIsA4xx(String path) {
        Response refused = Winkel.open().as("manager").urlEncodingEnabled(false).get(path);

        assertTrue(
                refused.statusCode() >= 400 && refused.statusCode() < 500,
                refused.statusCode() + " " + refused.asString());
        refused.then().contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\"", "\"\"", "W/\"0\"", "\"99999999999999999999\"", "\"-1\"", ",,,", "0"})
    void aVersionThatIsNoneMatchesNothing(String ifMatch) {
        Winkel winkel = Winkel.open();
        String channel = winkel.assisted();

        Response refused = winkel.as("manager").header("If-Match", ifMatch).delete("/api/v1/channels/" + channel);

        assertEquals(412, refused.statusCode(), refused.asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "fr", "*", "nl;q=x", "xx-klingon, en;q=0.5", ";;;;"})
    void anyLanguageGetsASentence(String language) {
        Response refused = Winkel.open()
                .as("manager")
                .header("Accept-Language", language)
                .get("/api/v1/channels/" + UUID.randomUUID());

        refused.then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void noBodyMakesAServerErrorHoweverStrange() {
        Winkel winkel = Winkel.open();
        Random random = new Random(20261122);
        List<String> values = List.of(
                "null",
                "true",
                "-1",
                "1e400",
                "\"\"",
                "\"\\u0000\"",
                "\"\\ud800\"",
                "[]",
                "{}",
                "[[1]]",
                "\"2027-05-05T10:00\"",
                "\"" + UUID.randomUUID() + "\"",
                "\"" + winkel.slug() + "\"",
                "\"" + "é".repeat(3000) + "\"",
                "99999999999999999999");
        List<String> names = List.of(
                "shop",
                "channel",
                "adaptation",
                "localTime",
                "allowDuplicate",
                "platform",
                "account",
                "credentials",
                "minimumGap",
                "audience",
                "purpose",
                "x");
        for (int i = 0; i < 300; i++) {
            List<String> members = new ArrayList<>();
            for (String name : names) {
                if (random.nextInt(3) == 0) {
                    members.add("\"" + name + "\":" + values.get(random.nextInt(values.size())));
                }
            }
            String body = "{" + String.join(",", members) + "}";
            String path = random.nextBoolean() ? "/api/v1/publications" : "/api/v1/channels";

            Response answer = winkel.as("manager").body(body).post(path);

            assertTrue(answer.statusCode() < 500, path + " " + body + " " + answer.asString());
        }
    }
}
