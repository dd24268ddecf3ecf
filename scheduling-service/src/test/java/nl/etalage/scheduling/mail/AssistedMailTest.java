package nl.etalage.scheduling.mail;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMailUtil;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import nl.etalage.scheduling.Neighbours;
import nl.etalage.scheduling.Winkel;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lands in people's mailboxes, over real SMTP. */
@QuarkusTest
class AssistedMailTest {

    private static List<MimeMessage> mailsTo(String address) {
        return Arrays.stream(Neighbours.mail().getReceivedMessages())
                .filter(mail -> {
                    try {
                        return mail.getAllRecipients()[0].toString().equals(address);
                    } catch (MessagingException unreadable) {
                        throw new IllegalStateException(unreadable);
                    }
                })
                .toList();
    }

    private static MimeMessage awaitMail(String address) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !mailsTo(address)
                .isEmpty());
        return mailsTo(address).get(0);
    }

    private static String body(MimeMessage mail) {
        try (var content = mail.getInputStream()) {
            return new String(content.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .replace("=\r\n", "")
                    .replace("=3D", "=");
        } catch (java.io.IOException | MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @ParameterizedTest
    @CsvSource({"nl-NL, Jij bent aan zet: bericht voor Facebook", "en, It's your turn: post for Facebook"})
    void thePersonWhoPlannedItGetsTheTextAndThePageInTheirLanguage(String locale, String subject)
            throws MessagingException {
        Winkel winkel = Winkel.open();
        winkel.contacts(locale);
        String channel = winkel.assisted();
        String moment = Winkel.in(2);
        String publication = winkel.plan("publisher", channel, winkel.adaptation("Proef onze <thee> & koffie"), moment)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        MimeMessage mail = awaitMail(winkel.mail("publisher"));

        assertEquals(subject, mail.getSubject());
        String body = body(mail);
        assertTrue(body.contains("Proef onze <thee> & koffie"), body);
        String spoken = LocalDateTime.parse(moment).format(DateTimeFormatter.ofPattern("d-M-yyyy HH:mm"));
        assertTrue(body.replaceAll("\\s+", " ").contains(spoken), body);
        assertTrue(body.contains("Proef onze &lt;thee&gt; &amp; koffie"), body);
        assertTrue(body.contains("http://gateway.example/berichten/" + publication), body);
        assertTrue(
                mail.getMessageID().matches("<[0-9a-f-]{36}\\." + winkel.member("publisher") + "@gateway\\.example>"),
                mail.getMessageID());
        assertEquals(1, mailsTo(winkel.mail("publisher")).size());
        assertEquals(0, mailsTo(winkel.mail("manager")).size());
        winkel.look(publication).body("state", equalTo("publishing"));
    }

    @Test
    void whereThePlannerHasNoMailAddressTheManagersGetIt() throws MessagingException {
        Winkel winkel = Winkel.open();
        String publication = winkel.plan("contributor", winkel.assisted(), winkel.adaptation("Van Mia"), Winkel.in(3))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        winkel.act("manager", publication, "approve", null).then().statusCode(200);

        MimeMessage mail = awaitMail(winkel.mail("manager"));

        assertEquals("Jij bent aan zet: bericht voor Facebook", mail.getSubject());
    }

    @Test
    void aShopWhereNobodyHasAnAccountYetGetsItInItsOwnMailbox() throws MessagingException {
        Winkel winkel = Winkel.open();
        String mailbox = winkel.slug() + "@mailbox.example";
        Neighbours.shops()
                .answer(
                        "GET",
                        "/internal/contacts?shop=" + winkel.slug(),
                        200,
                        "{\"items\":[{\"name\":\"Winkel\",\"email\":\"%s\",\"locale\":\"nl\"}]}".formatted(mailbox));
        winkel.plan("publisher", winkel.assisted(), winkel.adaptation("Voor allemaal"), Winkel.in(2))
                .then()
                .statusCode(201);

        MimeMessage mail = awaitMail(mailbox);

        assertEquals("Jij bent aan zet: bericht voor Facebook", mail.getSubject());
        assertTrue(mail.getMessageID().matches("<[0-9a-f-]{36}\\.shop@gateway\\.example>"), mail.getMessageID());
    }

    @Test
    void aMailThatCouldNotBeSentIsSentLater() {
        Winkel winkel = Winkel.open();
        Neighbours.shops().answer("GET", "/internal/contacts?shop=" + winkel.slug(), 503, "{}");
        winkel.plan("publisher", winkel.assisted(), winkel.adaptation("Later"), Winkel.in(2))
                .then()
                .statusCode(201);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> Neighbours.shops().requests().stream()
                .anyMatch(request -> request.path().equals("/internal/contacts?shop=" + winkel.slug())));

        winkel.contacts("nl");
        MimeMessage mail = awaitMail(winkel.mail("publisher"));

        assertTrue(GreenMailUtil.getHeaders(mail).contains("Auto-Submitted"));
    }

    @Test
    void notPostedIsFailedWithThePersonsOwnWordsAndAgainIsANewMoment() {
        Winkel winkel = Winkel.open();
        String channel = winkel.assisted();
        String first = winkel.plan("publisher", channel, winkel.adaptation("Lukt niet"), Winkel.in(2))
                .path("id");
        String second = winkel.plan("publisher", channel, winkel.adaptation("Volgende week"), Winkel.in(2))
                .path("id");
        winkel.awaitState(first, "publishing");
        winkel.awaitState(second, "publishing");

        winkel.act("publisher", first, "done", "{\"posted\":false,\"note\":\"Wachtwoord kwijt\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("failed"))
                .body("reason", equalTo("Wachtwoord kwijt"));
        winkel.act("publisher", second, "done", "{\"posted\":false,\"again\":\"2027-05-05T10:00\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("scheduled"))
                .body("localTime", equalTo("2027-05-05T10:00"));
    }

    @Test
    void aFailureReachesTheManagersOnceByMailAndNotice() throws MessagingException {
        Winkel winkel = Winkel.open();
        String channel = winkel.mastodon();
        Neighbours.platform()
                .fault(nl.etalage.standin.fault.Fault.of(nl.etalage.standin.fault.FaultKind.TOKEN_REVOKED)
                        .on("POST /api/v1/statuses")
                        .forAccount(winkel.account()));
        String first = winkel.plan("publisher", channel, winkel.adaptation("een"), Winkel.in(2))
                .path("id");
        String second = winkel.plan("publisher", channel, winkel.adaptation("twee"), Winkel.in(2))
                .path("id");
        winkel.awaitState(first, "failed");
        winkel.awaitState(second, "failed");

        MimeMessage mail = awaitMail(winkel.mail("manager"));

        assertEquals("Er is iets misgegaan met een bericht", mail.getSubject());
        assertEquals(1, mailsTo(winkel.mail("manager")).size());
        winkel.as("manager")
                .get("/api/v1/notices?shop=" + winkel.slug())
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].kind", equalTo("failure"))
                .body("items[0].channel", equalTo(channel));
        Neighbours.platform().clearFaults();
    }
}
