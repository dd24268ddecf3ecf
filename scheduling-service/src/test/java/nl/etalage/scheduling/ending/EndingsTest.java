package nl.etalage.scheduling.ending;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.icegreen.greenmail.util.GreenMailUtil;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.HeaderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.etalage.scheduling.Adaptation;
import nl.etalage.scheduling.Neighbours;
import nl.etalage.scheduling.Winkel;
import nl.etalage.testing.SettableClock;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A consent or licence that will end, from content-service's event to the people of each shop; and then it ends. */
@QuarkusTest
class EndingsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The first of a day in the Netherlands, in winter. */
    private static final Instant END = Instant.parse("2027-01-14T23:00:00Z");

    private static List<MimeMessage> mailsTo(String address) {
        return Arrays.stream(Neighbours.mail().getReceivedMessages())
                .filter(mail -> GreenMailUtil.getAddressList(recipients(mail)).equals(address))
                .toList();
    }

    private static jakarta.mail.Address[] recipients(MimeMessage mail) {
        try {
            return mail.getAllRecipients();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static ValidatableResponse notices(Winkel winkel, String language) {
        return winkel.as("manager")
                .config(RestAssuredConfig.config()
                        .headerConfig(HeaderConfig.headerConfig().overwriteHeadersWithName("Accept-Language")))
                .header("Accept-Language", language)
                .get("/api/v1/notices?shop=" + winkel.slug())
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse awaitNotices(Winkel winkel, int count) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> notices(winkel, "nl")
                                .extract()
                                .jsonPath()
                                .getList("items")
                                .size()
                        == count);
        return notices(winkel, "nl");
    }

    @Test
    void everyShopThatUsesTheStoryHearsOnceUntilWhenAndWhatIsPlannedTooLate() throws MessagingException {
        Winkel late = Winkel.open();
        Winkel intime = Winkel.open();
        Winkel other = Winkel.open();
        late.contacts("en");
        Adaptation lates = late.adaptation("De vrouwen van Palestijnse olijfolie vertellen zelf over hun werk.\\nMeer");
        Adaptation intimes =
                new Adaptation(intime.slug(), UUID.randomUUID(), lates.story()).renders("Olijfolie op tijd");
        String before = late.plan("publisher", late.assisted(), lates, "2027-01-14T23:30")
                .path("id");
        String after = late.plan("publisher", late.assisted(), lates, "2027-01-15T10:00")
                .path("id");
        String fine = intime.plan("publisher", intime.assisted(), intimes, "2027-01-10T10:00")
                .path("id");
        other.plan("publisher", other.assisted(), other.adaptation("Iets anders"), "2027-01-20T10:00");

        lates.ends("consent-ends", END, 30);
        lates.ends("consent-ends", END, 30);

        awaitNotices(late, 1)
                .body("items[0].kind", equalTo("ending"))
                .body("items[0].publication", equalTo(after))
                .body("items[0].closedAt", nullValue())
                .body(
                        "items[0].text",
                        equalTo("De toestemming voor een foto of film in het verhaal \"De vrouwen van Palestijnse"
                                + " olijfolie vertellen zelf over…\" geldt tot en met 14-1-2027. Daarna halen wij het"
                                + " verhaal weg, ook waar jullie het al plaatsten. Dit staat later gepland en gaat niet"
                                + " door: 15-1-2027 10:00 (Facebook). Kies een eerdere dag."));
        notices(late, "en")
                .body(
                        "items[0].text",
                        allOf(containsString("holds until 14-1-2027"), containsString("15-1-2027 10:00 (Facebook)")));
        awaitNotices(intime, 1)
                .body("items[0].publication", equalTo(fine))
                .body("items[0].text", containsString("Jullie hebben er na die dag niets van gepland."));
        notices(other, "nl").body("items", empty());

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> !mailsTo(late.mail("manager")).isEmpty()
                        && !mailsTo(intime.mail("manager")).isEmpty());
        assertEquals(
                "A story may soon no longer be used",
                mailsTo(late.mail("manager")).get(0).getSubject());
        assertEquals(
                "Een verhaal mag binnenkort niet meer gebruikt worden",
                mailsTo(intime.mail("manager")).get(0).getSubject());
        assertEquals(1, mailsTo(late.mail("manager")).size());
        assertEquals(0, mailsTo(late.mail("publisher")).size());
        late.look(before).body("state", equalTo("scheduled"));

        lates.ends("consent-ends", END, 7);
        awaitNotices(late, 2).body("items[0].closedAt", nullValue()).body("items[1].closedAt", notNullValue());
    }

    @Test
    void whenItEndsWhatIsPlannedIsRecalledAndWhatIsLiveIsTakenAway() {
        Winkel winkel = Winkel.open();
        Adaptation adaptation = winkel.adaptation("Tot nu toe");
        String live = winkel.plan("publisher", winkel.mastodon(), adaptation, Winkel.in(2))
                .path("id");
        winkel.awaitState(live, "published");
        String planned = winkel.plan("publisher", winkel.assisted(), adaptation, "2027-05-05T10:00")
                .path("id");
        adaptation.ends("licence-ends", SettableClock.now().plusSeconds(6), 7);
        awaitNotices(winkel, 1)
                .body("items[0].text", containsString("De licentie"))
                .body("items[0].publication", equalTo(planned));

        adaptation.withdrawn("licence-ended");

        winkel.awaitState(planned, "recalled")
                .body("reason", equalTo("Dit verhaal of een foto erin mag niet langer gebruikt worden."));
        winkel.awaitState(live, "removed").body("removal", equalTo("done"));
        assertEquals(0, Neighbours.platform().posts(winkel.account()).size());
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> notices(winkel, "nl").extract().path("items[0].closedAt") != null);
    }

    @Test
    void aPictureThatMayBeUsedNoLongerStopsWhatIsPlannedWithItAndTheShopHears() throws MessagingException {
        Winkel winkel = Winkel.open();
        Adaptation adaptation = winkel.adaptation("Eigen foto").renders("Onze Fatima in de winkel", "Fatima lacht");
        var made = winkel.plan("publisher", winkel.mastodon(), adaptation, "2027-05-05T10:00");
        String planned = made.path("id");

        Adaptation.pictureEnds(made.path("assets[0].id"), "consent-withdrawn");

        winkel.awaitState(planned, "recalled")
                .body("reason", equalTo("De toestemming voor een foto in dit bericht is voorbij."));
        awaitNotices(winkel, 1)
                .body("items[0].kind", equalTo("failure"))
                .body("items[0].publication", equalTo(planned))
                .body(
                        "items[0].text",
                        containsString("een foto in jullie bericht \"Onze Fatima in de winkel\" is voorbij"));
        Awaitility.await().atMost(PATIENCE).until(() -> !mailsTo(winkel.mail("manager"))
                .isEmpty());
        assertEquals(1, mailsTo(winkel.mail("manager")).size());
    }

    @Test
    void nothingGoesOutWithAPictureThatIsGoneAndItCannotBeTriedAgain() {
        Winkel winkel = Winkel.open();
        Adaptation adaptation = winkel.adaptation("Foto weg").renders("Met een foto die er niet meer is", "Een foto");
        Adaptation.pictureIsGone();
        var made = winkel.plan("publisher", winkel.mastodon(), adaptation, Winkel.in(2));
        String publication = made.path("id");

        winkel.awaitState(publication, "failed").body("reason", equalTo("De foto is weggehaald."));

        assertEquals(0, Neighbours.platform().posts(winkel.account()).size());
        awaitNotices(winkel, 1).body("items[0].publication", equalTo(publication));
        String later = winkel.plan("publisher", winkel.assisted(), adaptation, "2027-05-05T10:00")
                .path("id");
        Adaptation.pictureEnds(made.path("assets[0].id"), "licence-ended");
        winkel.awaitState(later, "recalled");
        winkel.act("publisher", publication, "retry", "{\"localTime\":\"2027-05-05T10:00\"}")
                .then()
                .body("type", equalTo("https://etalage.nl/problems/picture-ended"));
        winkel.look(publication).body("state", equalTo("failed"));
        notices(winkel, "nl").body("items", hasSize(2)).body("items.publication", contains(later, publication));
    }
}
