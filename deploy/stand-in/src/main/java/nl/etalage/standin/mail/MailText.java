package nl.etalage.standin.mail;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The parts of a mail that people read. */
final class MailText {
    private static final int LONGEST = 20_000;
    /** Deeper than any mail program nests. */
    private static final int DEEPEST = 10;

    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern EMPTY_LINES = Pattern.compile("\\s*\\n\\s*\\n\\s*");

    private MailText() {}

    /** The plain text; without one, the HTML stripped of its tags. */
    static String of(MimeMessage message) throws MessagingException, IOException {
        Optional<String> plain = part(message, "text/plain", 0);
        String text = plain.isPresent()
                ? plain.get()
                : part(message, "text/html", 0).map(MailText::withoutTags).orElse("");
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    static String subject(MimeMessage message) throws MessagingException {
        String subject = message.getSubject();
        return subject == null || subject.isBlank() ? "(zonder onderwerp)" : subject;
    }

    static String people(Address[] addresses) {
        return addresses == null
                ? ""
                : Arrays.stream(addresses).map(MailText::person).collect(Collectors.joining(", "));
    }

    private static String withoutTags(String html) {
        return EMPTY_LINES.matcher(TAG.matcher(html).replaceAll(" ")).replaceAll("\n\n");
    }

    private static String person(Address address) {
        return address instanceof InternetAddress internet ? internet.toUnicodeString() : address.toString();
    }

    private static Optional<String> part(Part part, String type, int depth) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent() instanceof String text ? Optional.of(text) : Optional.empty();
        }
        if (depth < DEEPEST && part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart child = parts.getBodyPart(i);
                Optional<String> found = part(child, type, depth + 1);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
