package nl.etalage.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailTest {
    @TempDir
    private Path data;

    @Test
    void aMailForAnyoneIsAFileAndAPage() throws IOException, MessagingException {
        SettableClock clock = new SettableClock("2026-12-05T09:00:00Z");
        try (StandInPlatform platform = start(clock)) {
            send(platform, "Jij bent aan de beurt: koffie ☕", "Plaats dit: http://localhost:8080/beurt/a?b=1&c=2.\n");

            List<Path> files = files();
            assertEquals(1, files.size());
            assertEquals(
                    "20261205T090000.000Z-000001.eml",
                    files.get(0).getFileName().toString());
            assertTrue(Files.readString(files.get(0)).contains("Plaats dit: http://localhost:8080/beurt/a?b=1&c=2."));

            String page = Client.anonymous(platform).get("/mail").text();
            assertTrue(page.contains("Jij bent aan de beurt: koffie ☕</h2>"), page);
            assertTrue(page.contains("Aan publisher@example.org, manager@example.org<br>"), page);
            assertTrue(
                    page.contains("Plaats dit: <a href=\"http://localhost:8080/beurt/a?b=1&amp;c=2\">"
                            + "http://localhost:8080/beurt/a?b=1&amp;c=2</a>."),
                    page);
            assertTrue(page.contains("zaterdag 5 december 2026 om 10.00 uur"), page);
            assertEquals(
                    Files.readString(files.get(0)),
                    Client.anonymous(platform)
                            .get("/mail/20261205T090000.000Z-000001.eml")
                            .text());
        }
    }

    @Test
    void mailSurvivesARestartAndShowsOnTheFirstPage() throws MessagingException {
        SettableClock clock = new SettableClock("2026-12-05T09:00:00Z");
        try (StandInPlatform platform = start(clock)) {
            send(platform, "eerste", "a");
        }

        try (StandInPlatform platform = start(clock)) {
            send(platform, "tweede", "b");

            String page = Client.anonymous(platform).get("/").text();
            assertTrue(page.contains(">eerste</a>"), page);
            assertTrue(page.contains(">tweede</a>"), page);
        }
    }

    @Test
    void nothingInAMailBecomesMarkup() throws MessagingException {
        try (StandInPlatform platform = start(new SettableClock("2026-12-05T09:00:00Z"))) {
            send(
                    platform,
                    "<script>alert(1)</script>",
                    "<b>vet</b> javascript:alert(1) http://x.example/\"onclick=\"y");

            String page = Client.anonymous(platform).get("/mail").text();
            assertFalse(page.contains("<script"), page);
            assertFalse(page.contains("<b>"), page);
            assertFalse(page.contains("href=\"javascript"), page);
            assertFalse(page.contains("\"onclick"), page);
        }
    }

    @Test
    void withoutAMailServerThereIsNoMailPort() {
        try (StandInPlatform platform = StandInPlatform.start(StandInOptions.defaults())) {
            assertThrows(IllegalStateException.class, platform::mailPort);
        }
    }

    @Test
    void aTakenMailPortIsSaidInOneSentenceAndFreesTheRest() {
        try (StandInPlatform platform = start(new SettableClock("2026-12-05T09:00:00Z"))) {
            Path other = data.resolve("other");
            StandInOptions options = StandInOptions.defaults().withData(other).withMailPort(platform.mailPort());

            StartFailed failure = assertThrows(StartFailed.class, () -> StandInPlatform.start(options));

            assertTrue(failure.getMessage().startsWith("The mail server can't listen on port " + platform.mailPort()));
            StandInPlatform.start(StandInOptions.defaults().withData(other)).close();
        }
    }

    private StandInPlatform start(SettableClock clock) {
        return StandInPlatform.start(
                StandInOptions.defaults().withClock(clock).withData(data).withMailPort(0));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("mail"))) {
            return files.toList();
        }
    }

    private static void send(StandInPlatform platform, String subject, String text) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(platform.mailPort()));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("etalage@example.org"));
        message.setRecipients(
                Message.RecipientType.TO, InternetAddress.parse("publisher@example.org, manager@example.org"));
        message.setSubject(subject, "UTF-8");
        message.setText(text, "UTF-8");
        Transport.send(message);
    }
}
