package nl.etalage.shops;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A real mail server, and what came into its mailboxes. */
public class MailServer implements QuarkusTestResourceLifecycleManager {

    private static final Pattern LINK =
            Pattern.compile("https://etalage\\.example/(?:join|member)/([A-Za-z0-9_-]{43})");

    private static GreenMail server;

    @Override
    public Map<String, String> start() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return Map.of(
                "etalage.mail.host",
                "127.0.0.1",
                "etalage.mail.port",
                Integer.toString(server.getSmtp().getPort()));
    }

    @Override
    public void stop() {
        server.stop();
    }

    /** The mails to an address, oldest first. */
    public static List<MimeMessage> to(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> recipient(message).equals(address))
                .toList();
    }

    /** The newest of so many mails to an address, which are waited for. */
    public static MimeMessage awaitMail(String address, int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> to(address).size() >= count);
        return to(address).get(count - 1);
    }

    /** The secret in the link of a mail. */
    public static String secret(MimeMessage mail) {
        Matcher link = LINK.matcher(text(mail));
        if (!link.find()) {
            throw new AssertionError("No link in: " + text(mail));
        }
        return link.group(1);
    }

    /** The plain text of a mail. */
    public static String text(MimeMessage mail) {
        try {
            jakarta.mail.Multipart parts = (jakarta.mail.Multipart) mail.getContent();
            return plain(parts);
        } catch (IOException | MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String plain(jakarta.mail.Multipart parts) throws IOException, MessagingException {
        for (int index = 0; index < parts.getCount(); index++) {
            Object content = parts.getBodyPart(index).getContent();
            if (content instanceof jakarta.mail.Multipart deeper) {
                return plain(deeper);
            }
            if (parts.getBodyPart(index).isMimeType("text/plain")) {
                return content.toString();
            }
        }
        throw new AssertionError("No plain text");
    }

    private static String recipient(MimeMessage message) {
        try {
            return message.getRecipients(Message.RecipientType.TO)[0].toString();
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
