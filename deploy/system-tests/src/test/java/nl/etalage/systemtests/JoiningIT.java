package nl.etalage.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMailUtil;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** A shop joins: from a row in a spreadsheet to an active member, by one mail and one click. */
@ExtendWith(RunningEtalage.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JoiningIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String MAILBOX = "winkel@gouda.example";
    private static final String TABLE =
            """
            \uFEFFNaam;Plaats;Website;E-mail;Contactpersoon;Telefoon
            Wereldwinkel Gouda;Gouda;www.gouda.example;winkel@gouda.example;Truus Bakker;0182 12 34 56
            """;

    private static final Map<String, String> TRUUS = Map.of(
            "username", "truus",
            "email", "truus@gouda.example",
            "firstName", "Truus",
            "lastName", "Bakker");
    private static final Map<String, String> PASSWORD =
            Map.of("password-new", "koffie uit Nicaragua", "password-confirm", "koffie uit Nicaragua");
    private static final Pattern CONFIRMATION = Pattern.compile("http://\\S+/login-actions/action-token\\S+");

    private final Browser browser = new Browser();
    private Etalage etalage;
    private String page;

    @BeforeAll
    void running(Etalage shared) {
        etalage = shared;
    }

    @Test
    @Order(1)
    void anAdminImportsATableAfterLookingWhatItWouldDo() {
        load(true).then().statusCode(200).body("created", equalTo(1), "dryRun", equalTo(true));
        shop().then().statusCode(404);
        load(false).then().statusCode(200).body("created", equalTo(1), "rows[0].shop", equalTo("gouda"));
        load(false).then().statusCode(200).body("created", equalTo(0), "unchanged", equalTo(1));
        shop().then().statusCode(200).body("state", equalTo("candidate"), "town", equalTo("Gouda"));
    }

    @Test
    @Order(2)
    void oneMailComesToTheShopsMailbox() throws MessagingException {
        etalage.as("admin")
                .contentType("application/json")
                .body(Map.of("wave", "voorjaar", "limit", 10))
                .post("/api/v1/invitations")
                .then()
                .statusCode(201)
                .body("invited.shop", hasItem("gouda"));
        MimeMessage mail = mails(MAILBOX, 1);
        assertTrue(mail.getSubject().contains("Wereldwinkel Gouda"), mail.getSubject());
        page = link(mail, "/join/");
    }

    @Test
    @Order(3)
    void thePageOpensWithoutAnAccountAndLookingChangesNothing() throws IOException, InterruptedException {
        Browser stranger = new Browser();
        for (int time = 0; time < 3; time++) {
            HttpResponse<String> opened = stranger.open(page);
            assertEquals(200, opened.statusCode(), opened.body());
            assertTrue(opened.body().contains("Ja, wij doen mee"), opened.body());
            assertEquals(List.of("no-referrer"), opened.headers().allValues("Referrer-Policy"));
            assertEquals(List.of("no-store"), opened.headers().allValues("Cache-Control"));
        }
        shop().then().body("state", equalTo("candidate"), "version", equalTo(0));
        invitation().then().body("items[0].answered", nullValue());
    }

    @Test
    @Order(4)
    void oneClickMakesTheShopActive() throws IOException, InterruptedException {
        Browser stranger = new Browser();
        HttpResponse<String> thanks = stranger.submit(stranger.open(page), "/join/", Map.of("answer", "yes"));
        assertEquals(200, thanks.statusCode());
        assertTrue(thanks.body().contains("Wat fijn, jullie doen mee!"), thanks.body());
        shop().then().body("state", equalTo("active"));
        invitation().then().body("items[0].state", equalTo("yes"));
    }

    @Test
    @Order(5)
    void whoWantsToChangeSettingsMakesAnAccountOnTheWayAndIsTheManager() throws IOException, InterruptedException {
        String offer = link(mails(MAILBOX, 2), "/member/");
        assertTrue(browser.open(offer).body().contains("Wereldwinkel Gouda"));
        HttpResponse<String> signIn = browser.open(etalage.gateway() + "/sign-in?to=" + path(offer));
        HttpResponse<String> register = browser.follow(signIn, "/registration");
        HttpResponse<String> wait = browser.submit(register, "/registration", TRUUS);
        assertTrue(wait.body().contains(TRUUS.get("email")), wait.body());
        HttpResponse<String> choose = browser.open(found(mails(TRUUS.get("email"), 1), CONFIRMATION));
        HttpResponse<String> back = browser.submit(choose, "UPDATE_PASSWORD", PASSWORD);
        assertTrue(back.uri().toString().endsWith(path(offer)), back.uri() + back.body());
        HttpResponse<String> home = browser.submit(back, "/member/", Map.of());
        assertEquals(200, home.statusCode(), home.body());
        assertEquals("manager", seen("/api/v1/me").getString("shops.find { it.slug == 'gouda' }.role"));
        assertTrue(browser.open(offer).body().contains("Deze link werkt niet meer"));
    }

    @Test
    @Order(6)
    void itBeginsWithAChannelToPostOnByHand() throws IOException, InterruptedException {
        await().atMost(PATIENCE).until(() -> channels().getList("items"), hasSize(1));
        assertEquals("assisted", channels().getString("items[0].platform"));
        assertEquals("jullie eigen pagina", channels().getString("items[0].account"));
        assertEquals(
                200,
                browser.open(etalage.gateway() + "/api/v1/library?shop=gouda").statusCode());
    }

    @Test
    @Order(7)
    void noLogHoldsASecret() throws IOException {
        String secret = page.substring(page.lastIndexOf('/') + 1);
        for (String part : List.of("gateway", "shops-service", "scheduling-service")) {
            assertFalse(Files.readString(etalage.log(part)).contains(secret), part);
        }
    }

    private Response load(boolean dryRun) {
        return etalage.as("admin")
                .config(RestAssuredConfig.config()
                        .encoderConfig(
                                EncoderConfig.encoderConfig().encodeContentTypeAs("text/csv", ContentType.BINARY)))
                .contentType("text/csv")
                .queryParam("dryRun", dryRun)
                .body(TABLE.getBytes(UTF_8))
                .post("/api/v1/shops/import");
    }

    private Response shop() {
        return etalage.as("admin").get("/api/v1/shops/gouda");
    }

    private Response invitation() {
        return etalage.as("admin").get("/api/v1/invitations?shop=gouda");
    }

    private JsonPath channels() throws IOException, InterruptedException {
        return seen("/api/v1/channels?shop=gouda");
    }

    /** What the new manager's own browser gets to see. */
    private JsonPath seen(String path) throws IOException, InterruptedException {
        return JsonPath.from(browser.open(etalage.gateway() + path).body());
    }

    private MimeMessage mails(String mailbox, int number) {
        await().atMost(PATIENCE).until(() -> mails(mailbox).size() >= number);
        return mails(mailbox).get(number - 1);
    }

    private List<MimeMessage> mails(String mailbox) {
        return Arrays.stream(etalage.mail().getReceivedMessages())
                .filter(mail -> GreenMailUtil.getHeaders(mail).contains(mailbox))
                .toList();
    }

    private String link(MimeMessage mail, String start) {
        return found(mail, Pattern.compile(Pattern.quote(etalage.gateway() + start) + "[A-Za-z0-9_-]{43}"));
    }

    private static String found(MimeMessage mail, Pattern link) {
        String text = GreenMailUtil.getWholeMessage(mail).replace("=\r\n", "").replace("=3D", "=");
        Matcher found = link.matcher(text);
        assertTrue(found.find(), text);
        return found.group();
    }

    private String path(String address) {
        return address.substring(etalage.gateway().length());
    }
}
