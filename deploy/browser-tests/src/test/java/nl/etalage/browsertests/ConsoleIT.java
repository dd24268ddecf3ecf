package nl.etalage.browsertests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The console in a real browser, on a desk and on a phone, against the whole stack with its demo data. */
@ExtendWith(SharedStack.Given.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleIT {

    private final Set<String> opened = new HashSet<>();
    private BrowserOnEtalage etalage;

    @BeforeAll
    void start(SharedStack shared) throws IOException {
        etalage = BrowserOnEtalage.start(shared);
    }

    @AfterAll
    void stop() {
        if (etalage != null) {
            etalage.close();
        }
    }

    private Page page(Look look, List<String> complaints) {
        Page page = etalage.open(look, "nl-NL");
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    @ParameterizedTest
    @CsvSource({"1280, 900", "360, 740"})
    void aPublisherSignsInSeesHerShopAndEveryPageIsAccessible(int width, int height) {
        List<String> complaints = new ArrayList<>();
        Look look = new Look(width, height, true);
        Page page = page(look, complaints);
        page.navigate(etalage.gateway() + "/");
        look.hold(page, etalage.target(), "welcome");

        page.navigate(etalage.gateway() + "/sign-in");
        BrowserOnEtalage.signIn(page, "marijke");
        page.waitForURL(Pattern.compile(Pattern.quote(etalage.gateway()) + "/?$"));
        assertTrue(page.content().contains("Wereldwinkel Deventer"), page.content());
        assertTrue(page.content().contains("Wereldwinkel Zwolle"), page.content());
        look.hold(page, etalage.target(), "home");

        page.navigate(etalage.gateway() + "/api/docs");
        assertTrue(page.getByRole(AriaRole.HEADING).count() > 10);
        look.hold(page, etalage.target(), "api");
        assertEquals(List.of(), complaints, "the browser's console");
    }

    @ParameterizedTest
    @CsvSource({"1280, 900", "360, 740"})
    void aShopIsAskedAndAnswersWithoutAnAccountAndEveryPageIsAccessible(int width, int height) {
        List<String> complaints = new ArrayList<>();
        Look look = new Look(width, height, true);
        Page page = page(look, complaints);
        page.navigate(invited(page.request(), "gouda-" + width));
        assertTrue(page.content().contains("Ja, wij doen mee"), page.content());
        look.hold(page, etalage.target(), "join");

        page.getByText("Klopt wat we van").click();
        page.getByLabel("Maandag").fill("op afspraak");
        page.getByText("Ja, wij doen mee").click();
        page.locator("[aria-invalid=true]").first().waitFor();
        assertEquals("true", page.getByLabel("Maandag").getAttribute("aria-invalid"));
        look.hold(page, etalage.target(), "join-unclear");
        // The page was answered 422, which the browser notes.
        complaints.clear();

        page.getByLabel("Maandag").fill("13.00-17.30");
        page.getByText("Ja, wij doen mee").click();
        Look.says(page, "Wat fijn, jullie doen mee!");
        look.hold(page, etalage.target(), "joined");

        page.navigate(mailed(page.request(), "/member/"));
        look.hold(page, etalage.target(), "member");
        assertEquals(List.of(), complaints, "the browser's console");
    }

    /** The address of the page that was mailed to a new shop. */
    private String invited(APIRequestContext http, String slug) {
        String api = etalage.gateway() + "/api/v1";
        String token = token(http);
        send(
                http,
                token,
                "POST",
                api + "/shops",
                "{\"slug\": \"%s\", \"name\": \"Wereldwinkel Gouda\", \"state\": \"candidate\"}",
                slug);
        send(http, token, "PATCH", api + "/shops/" + slug + "/contact", "{\"mailbox\": \"%s@winkel.example\"}", slug);
        send(http, token, "POST", api + "/invitations", "{\"wave\": \"w\", \"shops\": [\"%s\"]}", slug);
        return mailed(http, "/join/");
    }

    private String token(APIRequestContext http) {
        String answer = http.post(
                        etalage.options().issuer() + "/protocol/openid-connect/token",
                        RequestOptions.create()
                                .setForm(FormData.create()
                                        .set("grant_type", "password")
                                        .set("client_id", "etalage-cli")
                                        .set("username", "admin")
                                        .set("password", "admin")))
                .text();
        Matcher token = Pattern.compile("\"access_token\":\"([^\"]+)\"").matcher(answer);
        assertTrue(token.find(), answer);
        return token.group(1);
    }

    private static void send(
            APIRequestContext http, String token, String method, String address, String body, String slug) {
        APIResponse answer = http.fetch(
                address,
                RequestOptions.create()
                        .setMethod(method)
                        .setHeader("Authorization", "Bearer " + token)
                        .setHeader("If-Match", "\"0\"")
                        .setHeader(
                                "Content-Type",
                                method.equals("PATCH") ? "application/merge-patch+json" : "application/json")
                        .setData(body.formatted(slug)));
        assertTrue(answer.ok(), answer.text());
    }

    /** The newest mailed address of a kind that nobody opened yet. */
    private String mailed(APIRequestContext http, String start) {
        Pattern address = Pattern.compile(Pattern.quote(etalage.gateway() + start) + "[A-Za-z0-9_-]{43}");
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < deadline) {
            Matcher found = address.matcher(
                    http.get(etalage.options().standIn() + "/mail").text());
            while (found.find()) {
                if (opened.add(found.group())) {
                    return found.group();
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError("No mail with " + start);
    }
}
