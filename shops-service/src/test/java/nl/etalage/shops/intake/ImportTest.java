package nl.etalage.shops.intake;

import static nl.etalage.shops.Network.ADMIN;
import static nl.etalage.shops.Network.anonymous;
import static nl.etalage.shops.Network.as;
import static nl.etalage.shops.Network.central;
import static nl.etalage.shops.Network.newSlug;
import static nl.etalage.shops.Network.patching;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import nl.etalage.shops.AtOnce;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shops from a spreadsheet, as somebody really makes one. */
@QuarkusTest
class ImportTest {

    private static final String HEADINGS = "Naam;Plaats;Website;E-mail;Contactpersoon;Telefoon\r\n";

    private String town;

    @BeforeEach
    void aTown() {
        town = newSlug();
    }

    @Test
    void aRowBecomesACandidateWithItsContactAsideAndOutOfTheFeed() {
        send(table(row("Wereldwinkel Één", "www.zeist.example")))
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(false), "created", equalTo(1), "refused", equalTo(0))
                .body("rows[0].row", equalTo(2), "rows[0].outcome", equalTo("created"), "rows[0].shop", equalTo(town));
        as(ADMIN)
                .get("/api/v1/shops/{slug}", town)
                .then()
                .body("name", equalTo("Wereldwinkel Één"), "town", equalTo(town), "state", equalTo("candidate"))
                .body("website", equalTo("https://www.zeist.example"));
        as(ADMIN)
                .get("/api/v1/shops/{slug}/contact", town)
                .then()
                .body("mailbox", equalTo(town + "@winkel.example"), "contact", equalTo("Anja de Vries"))
                .body("telephone", equalTo("030 123 45 67"));
        String last = "0";
        boolean told = false;
        while (last != null) {
            Response page = io.restassured.RestAssured.given()
                    .header("Authorization", "Bearer " + Tokens.service("content-service"))
                    .get("/events?lastEventId=" + last);
            told |= page.asString().contains("shop/" + town);
            assertFalse(page.asString().contains(town + "@winkel.example"), "mail addresses never travel in events");
            List<String> ids = page.path("id");
            last = ids.isEmpty() ? null : ids.get(ids.size() - 1);
        }
        assertTrue(told, "the shop does");
    }

    @Test
    void theSameTableAgainChangesNothing() {
        byte[] table = table(row("Winkel", ""));
        send(table).then().body("created", equalTo(1));
        send(table).then().body("created", equalTo(0), "unchanged", equalTo(1), "changed", equalTo(0));
        as(ADMIN).get("/api/v1/shops/{slug}", town).then().body("version", equalTo(0));
    }

    @Test
    void aDryRunSaysExactlyWhatWouldHappenAndWritesNothing() {
        byte[] table = table(row("Winkel", "geen adres"), row("Winkel twee", ""));
        Response dry = importing().queryParam("dryRun", true).body(table).post("/api/v1/shops/import");
        dry.then().statusCode(200).body("dryRun", equalTo(true), "created", equalTo(1), "refused", equalTo(1));
        as(ADMIN).get("/api/v1/shops/{slug}", town).then().statusCode(404);
        assertEquals(dry.jsonPath().getList("rows"), send(table).jsonPath().getList("rows"));
    }

    @Test
    void aTableMayChangeWhatItBroughtButNotWhatTheShopChangedItself() {
        send(table(row("Winkel", "www.oud.example")));
        patching(ADMIN, 0, "{\"website\": \"https://zelf.example\"}")
                .patch("/api/v1/shops/{slug}", town)
                .then()
                .statusCode(200);
        String changed = "Winkel;" + town + ";www.nieuw.example;" + town + "@winkel.example;Bea Jansen;030 765 43 21";
        send(table(changed))
                .then()
                .body("changed", equalTo(1))
                .body("rows[0].changed", contains("contact", "telephone"))
                .body("rows[0].kept", contains("website"));
        as(ADMIN).get("/api/v1/shops/{slug}", town).then().body("website", equalTo("https://zelf.example"));
        as(ADMIN).get("/api/v1/shops/{slug}/contact", town).then().body("contact", equalTo("Bea Jansen"));
    }

    @Test
    void anEmptyCellTakesNothingAway() {
        send(table(row("Winkel", "www.zeist.example")));
        send(table("Winkel;" + town + ";;;;")).then().body("unchanged", equalTo(1));
        as(ADMIN).get("/api/v1/shops/{slug}", town).then().body("website", equalTo("https://www.zeist.example"));
    }

    @Test
    void aShopWithAnotherNameIsKnownByItsMailbox() {
        send(table(row("Winkel", "")));
        send(table(row("Wereldwinkel aan de markt", "")))
                .then()
                .body("created", equalTo(0))
                .body("rows[0].shop", equalTo(town), "rows[0].changed", contains("name"));
    }

    @Test
    void twoShopsInOneTownGetNamesOfTheirOwn() {
        String second = "Tweede " + town + ";" + town + ";;tweede-" + town + "@winkel.example;;";
        send(table(row("Winkel", ""), second)).then().body("rows.shop", contains(town, "tweede-" + town));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"UTF-8,true,;", "UTF-8,false,','", "windows-1252,false,;", "UTF-8,true,'\t'"})
    void everySpreadsheetsFileIsRead(String charset, boolean marked, String separator) {
        String text = (marked ? "\uFEFF" : "") + "naam;plaats;contact\r\nCafé Één;%s;Renée\r\n".formatted(town);
        send(text.replace(";", separator).getBytes(Charset.forName(charset)))
                .then()
                .body("created", equalTo(1));
        as(ADMIN).get("/api/v1/shops/{slug}", town).then().body("name", equalTo("Café Één"));
    }

    @Test
    void whatIsWrongWithARowIsSaidAndTheOthersGoOn() {
        send(table(
                        ";" + town + ";;;;",
                        "Winkel;" + town + ";javascript://x;geen-adres;;bel me",
                        row("Goed", ""),
                        row("Goed", "")))
                .then()
                .statusCode(200)
                .body("created", equalTo(1), "refused", equalTo(3))
                .body("rows[0].reasons.field", contains("name"))
                .body("rows[1].reasons.field", contains("mailbox", "telephone"))
                .body("rows[3].reasons.detail", contains("Deze winkel staat ook op regel 4."));
    }

    @Test
    void columnsWeDoNotKnowAreNamedAndLeftOut() {
        send(("naam;plaats;Lid sinds\nWinkel;" + town + ";1999\n").getBytes(StandardCharsets.UTF_8))
                .then()
                .body("created", equalTo(1), "ignoredColumns", contains("Lid sinds"));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            plaats;website   | Er is geen kolom met de naam van de winkel. Noem die naam of name.
            naam;winkel      | De kolom winkel staat er twee keer in.
            '  '             | Het bestand is leeg.
            'naam;"plaats'   | Regel 2 is niet goed te lezen. Staat er ergens een aanhalingsteken te veel?
            """)
    void aFileThatIsNoTableIsRefusedWithTheReason(String text, String reason) {
        send(text.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(422)
                .body("type", equalTo("https://etalage.nl/problems/table-unreadable"))
                .body("violations.detail", contains(reason));
    }

    @Test
    void aTableOfMoreThanAThousandShopsIsRefusedWhole() {
        StringBuilder rows = new StringBuilder("naam\n");
        for (int row = 0; row <= ShopTable.MOST_ROWS; row++) {
            rows.append(town).append(' ').append(row).append('\n');
        }
        send(rows.toString().getBytes(StandardCharsets.UTF_8)).then().statusCode(422);
        as(ADMIN).queryParam("q", town).get("/api/v1/shops").then().body("items", empty());
    }

    @Test
    void theSameTableTwiceAtOnceMakesEachShopOnce() throws Exception {
        byte[] table = table(row("Winkel", ""));
        Callable<Integer> importing = () -> send(table).jsonPath().getInt("created");
        assertEquals(List.of(0, 0, 1), AtOnce.sorted(importing, importing, importing));
        as(ADMIN).queryParam("q", town).get("/api/v1/shops").then().body("items", hasSize(1));
    }

    @Test
    void hostileBytesAreNoFaultOfOurs() {
        for (byte[] bytes : List.of(
                new byte[] {0, 1, 2, 3},
                new byte[] {(byte) 0xFF, (byte) 0xFE, 'n', 0},
                "naam\n\"a\"b\"".getBytes(StandardCharsets.UTF_8),
                new byte[0])) {
            assertEquals(422, send(bytes).statusCode());
        }
    }

    @Test
    void onlyAnAdminImports() {
        central("editor", "editor");
        importing("editor")
                .body(table(row("Winkel", "")))
                .post("/api/v1/shops/import")
                .then()
                .statusCode(403);
        anonymous().post("/api/v1/shops/import").then().statusCode(401);
        as(ADMIN)
                .body(Map.of("slug", "import", "name", "Import"))
                .post("/api/v1/shops")
                .then()
                .statusCode(422);
    }

    private String row(String name, String website) {
        return String.join(";", name, town, website, town + "@winkel.example", "Anja de Vries", "030 123 45 67");
    }

    private static byte[] table(String... rows) {
        return ("\uFEFF" + HEADINGS + String.join("\r\n", rows) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Response send(byte[] table) {
        return importing().body(table).post("/api/v1/shops/import");
    }

    private static RequestSpecification importing() {
        return importing(ADMIN);
    }

    private static RequestSpecification importing(String who) {
        return as(who).config(RestAssuredConfig.config()
                        .encoderConfig(
                                EncoderConfig.encoderConfig().encodeContentTypeAs("text/csv", ContentType.BINARY)))
                .contentType("text/csv");
    }
}
