package nl.etalage.scheduling.ending;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.icegreen.greenmail.util.GreenMailUtil;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import nl.etalage.scheduling.Adaptation;
import nl.etalage.scheduling.Neighbours;
import nl.etalage.scheduling.Winkel;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Who begins to use what will end after the others were told, pictures of a shop's own, and ends that move. */
@QuarkusTest
class LateEndingsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The first of a day in the Netherlands, in winter. */
    private static final Instant END = Instant.parse("2027-01-14T23:00:00Z");

    private static final Instant LATER = Instant.parse("2027-01-24T23:00:00Z");

    private static ValidatableResponse notices(Winkel winkel) {
        return winkel.as("manager")
                .get("/api/v1/notices?shop=" + winkel.slug())
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse awaitNewest(Winkel winkel, String path, Object value) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> value.equals(notices(winkel).extract().path("items[0]." + path)));
        return notices(winkel);
    }

    private static ValidatableResponse awaitCount(Winkel winkel, int count) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() ->
                        notices(winkel).extract().jsonPath().getList("items").size() == count);
        return notices(winkel);
    }

    private static void awaitClosed(Winkel winkel) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> notices(winkel).extract().path("items[0].closedAt") != null);
    }

    private static long mailsTo(Winkel winkel) {
        return Arrays.stream(Neighbours.mail().getReceivedMessages())
                .filter(mail -> recipients(mail).equals(winkel.mail("manager")))
                .count();
    }

    private static String recipients(MimeMessage mail) {
        try {
            return GreenMailUtil.getAddressList(mail.getAllRecipients());
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** The story's end was told to another shop, up to the last warning. */
    private static Adaptation told(int days) {
        Winkel first = Winkel.open();
        Adaptation adaptation = first.adaptation("Bij de eerste winkel");
        first.plan("publisher", first.assisted(), adaptation, "2027-01-10T10:00");
        adaptation.ends("consent-ends", END, days);
        awaitCount(first, 1);
        return adaptation;
    }

    @Test
    void whoPlansAfterTheLastWarningHearsItThenOnceAndReadsWhatIsPlannedNow() {
        Adaptation others = told(7);
        Winkel winkel = Winkel.open();
        Adaptation own = new Adaptation(winkel.slug(), UUID.randomUUID(), others.story()).renders("Onze versie");
        String channel = winkel.assisted();
        String fine = winkel.plan("publisher", channel, own, "2027-01-10T10:00").path("id");
        awaitNewest(winkel, "publication", fine)
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("ending"))
                .body("items[0].text", containsString("\"Onze versie\" geldt tot en met 14-1-2027"));
        Awaitility.await().atMost(PATIENCE).until(() -> mailsTo(winkel) == 1);

        own.renders("Nog eens");
        String late = winkel.plan("publisher", channel, own, "2027-01-16T09:30").path("id");

        awaitNewest(winkel, "publication", late)
                .body("items", hasSize(1))
                .body("items[0].closedAt", nullValue())
                .body("items[0].text", containsString("gaat niet door: 16-1-2027 09:30 (Facebook)"));
        String another = winkel.plan("publisher", winkel.assisted(), own, "2027-01-17T09:30")
                .path("id");
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() ->
                        notices(winkel).extract().<String>path("items[0].text").contains("17-1-2027"));
        assertEquals(late, notices(winkel).extract().path("items[0].publication"));
        assertEquals(1, mailsTo(winkel));
        winkel.look(another).body("state", equalTo("scheduled"));
    }

    @Test
    void whoMakesAVersionAfterTheLastWarningHearsItByTheStorysTitle() {
        Adaptation others = told(7);
        Winkel winkel = Winkel.open();
        Adaptation own = new Adaptation(winkel.slug(), UUID.randomUUID(), others.story()).renders("Onze versie");

        own.changes(1);
        own.changes(2);

        awaitCount(winkel, 1)
                .body("items[0].publication", nullValue())
                .body(
                        "items[0].text",
                        allOf(
                                containsString("het verhaal \"Het verhaal zelf\" geldt tot en met 14-1-2027"),
                                containsString("Jullie hebben er na die dag niets van gepland.")));
        Awaitility.await().atMost(PATIENCE).until(() -> mailsTo(winkel) == 1);
    }

    @Test
    void anEndThatMovesTakesTheNoticeBackAndItsOwnWarningsFollow() {
        Adaptation others = told(30);
        Winkel winkel = Winkel.open();
        Adaptation own = new Adaptation(winkel.slug(), UUID.randomUUID(), others.story()).renders("Onze versie");
        winkel.plan("publisher", winkel.assisted(), own, "2027-01-16T10:00");
        awaitCount(winkel, 1).body("items[0].text", containsString("14-1-2027"));

        own.endMoves(LATER);
        awaitClosed(winkel);
        notices(winkel).body("items", hasSize(1));

        own.ends("consent-ends", LATER, 30);
        awaitCount(winkel, 2)
                .body("items[0].closedAt", nullValue())
                .body("items[0].text", containsString("geldt tot en met 24-1-2027"))
                .body("items[0].text", containsString("na die dag niets van gepland"))
                .body("items[1].closedAt", notNullValue());

        own.ends("consent-ends", END, 30);
        awaitCount(winkel, 3)
                .body("items[0].closedAt", nullValue())
                .body("items[0].text", containsString("geldt tot en met 14-1-2027"))
                .body("items[1].closedAt", notNullValue());

        own.endMoves(null);
        awaitClosed(winkel);
        own.withdrawn("mistake");
        notices(winkel).body("items", hasSize(3));
    }

    @Test
    void aStoryThatIsTakenBackSoonerClosesItsWarnings() {
        Adaptation others = told(30);
        Winkel winkel = Winkel.open();
        Adaptation own = new Adaptation(winkel.slug(), UUID.randomUUID(), others.story()).renders("Onze versie");
        winkel.plan("publisher", winkel.assisted(), own, "2027-01-10T10:00");
        awaitCount(winkel, 1).body("items[0].closedAt", nullValue());

        own.withdrawn("safety");

        awaitClosed(winkel);
    }

    @Test
    void aShopsOwnPictureThatWillEndIsToldAheadAlsoOfWhatIsPlannedLater() {
        Winkel winkel = Winkel.open();
        Adaptation adaptation = winkel.adaptation("Eigen foto").renders("Fatima in onze winkel", "Fatima lacht");
        var made = winkel.plan("publisher", winkel.assisted(), adaptation, "2027-01-10T10:00");
        String picture = made.path("assets[0].id");

        adaptation.pictureWillEnd(picture, "consent-ends", END, 30);

        awaitNewest(winkel, "publication", made.path("id"))
                .body("items[0].kind", equalTo("ending"))
                .body(
                        "items[0].text",
                        equalTo("De toestemming voor een foto of film in jullie bericht \"Fatima in onze winkel\" geldt"
                                + " tot en met 14-1-2027. Daarna halen wij weg wat jullie ermee plaatsten. Jullie"
                                + " hebben er na die dag niets mee gepland."));
        String late = winkel.plan("publisher", winkel.assisted(), adaptation, "2027-01-20T10:00")
                .path("id");
        awaitNewest(winkel, "publication", late)
                .body("items", hasSize(1))
                .body("items[0].text", containsString("gaat niet door: 20-1-2027 10:00 (Facebook)"));

        adaptation.pictureWillEnd(picture, "consent-ends", END, 7);
        awaitCount(winkel, 2).body("items[0].closedAt", nullValue()).body("items[1].closedAt", notNullValue());
        told(7).endMoves(null);
        Adaptation.pictureEndMoves(picture);
        awaitClosed(winkel);
        notices(winkel).body("items", hasSize(2));
    }

    @Test
    void aPictureThatIsOnlyInTheShopsVersionIsToldByTheStorysTitle() {
        Winkel winkel = Winkel.open();
        Adaptation adaptation = winkel.adaptation("Eigen foto");

        adaptation.pictureWillEnd(UUID.randomUUID().toString(), "licence-ends", END, 30);

        awaitCount(winkel, 1)
                .body(
                        "items[0].text",
                        equalTo("De licentie van een foto of film in jullie versie van het verhaal \"Het verhaal"
                                + " zelf\" geldt tot en met 14-1-2027. Daarna laten wij die niet meer zien. Kies op"
                                + " tijd een andere."));
    }

    @Test
    void aPictureThatIsPutInAVersionAfterTheLastWarningIsToldThenAndOnce() {
        Winkel winkel = Winkel.open();
        Adaptation adaptation = winkel.adaptation("Eigen foto");
        String picture = UUID.randomUUID().toString();
        adaptation.unusedPictureWillEnd(picture, "consent-ends", END, 7);
        // Told after it, so that its round is over when this is there.
        String other = UUID.randomUUID().toString();
        adaptation.pictureWillEnd(other, "licence-ends", END, 7);
        awaitCount(winkel, 1).body("items[0].text", containsString("De licentie"));
        Awaitility.await().atMost(PATIENCE).until(() -> mailsTo(winkel) == 1);

        adaptation.pictureWillEnd(picture, "consent-ends", END, 7);

        awaitCount(winkel, 2)
                .body("items[0].kind", equalTo("ending"))
                .body("items[0].publication", nullValue())
                .body(
                        "items[0].text",
                        equalTo("De toestemming voor een foto of film in jullie versie van het verhaal \"Het verhaal"
                                + " zelf\" geldt tot en met 14-1-2027. Daarna laten wij die niet meer zien. Kies op"
                                + " tijd een andere."));
        Awaitility.await().atMost(PATIENCE).until(() -> mailsTo(winkel) == 2);

        adaptation.pictureWillEnd(picture, "consent-ends", END, 7);
        adaptation.pictureWillEnd(UUID.randomUUID().toString(), "licence-ends", END, 7);
        awaitCount(winkel, 3);
        Awaitility.await().atMost(PATIENCE).until(() -> mailsTo(winkel) == 3);
    }

    @Test
    void aPictureThatLeavesItsStoryInTimeStillEndsForWhatShowsIt() {
        Winkel winkel = Winkel.open();
        Adaptation adaptation = winkel.adaptation("Foto van de redactie").renders("Met de eerste foto", "Fatima");
        var made = winkel.plan("publisher", winkel.assisted(), adaptation, "2027-01-20T10:00");
        String picture = made.path("assets[0].id");
        adaptation.ends("consent-ends", END, 7);
        new Adaptation("van-een-ander", adaptation.id(), adaptation.story())
                .pictureWillEnd(picture, "consent-ends", END, 7);
        awaitCount(winkel, 1).body("items[0].text", containsString("in het verhaal \"Met de eerste foto\""));

        adaptation.endMoves(null);

        awaitCount(winkel, 2)
                .body("items[0].closedAt", nullValue())
                .body("items[0].text", containsString("in jullie bericht \"Met de eerste foto\""))
                .body("items[0].text", containsString("20-1-2027 10:00"))
                .body("items[1].closedAt", notNullValue());
    }
}
