package nl.etalage.standin.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder with every mail in a file of its own: {@code <time>-<n>.eml}, n within one millisecond, so that names sort. */
public final class MailFolder {
    private static final String SUFFIX = ".eml";
    private static final Pattern NAME = Pattern.compile("\\d{8}T\\d{6}\\.\\d{3}Z-\\d{6}");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final int TIME_LENGTH = "20261205T100000.000Z".length();
    /** The oldest make room for new ones. */
    private static final int MOST = 1_000;

    private final Path folder;
    private final Clock clock;

    public MailFolder(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** When this returns, the mail is on disk. */
    synchronized void keep(MimeMessage message) throws IOException, MessagingException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        String name = freeName(TIME.format(clock.instant()));
        Path half = folder.resolve(name + ".part");
        try (FileChannel channel = FileChannel.open(half, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes.toByteArray());
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(false);
        }
        Files.move(half, file(name), StandardCopyOption.ATOMIC_MOVE);
        for (String old : names().skip(MOST).toList()) {
            Files.deleteIfExists(file(old));
        }
    }

    /**
     * Newest first.
     *
     * @param before only those older than this name; empty for no bound
     */
    public List<Mail> newest(String before, int limit) throws IOException {
        List<String> names = names().filter(name -> before.isEmpty() || name.compareTo(before) < 0)
                .limit(limit)
                .toList();
        return names.stream().map(this::read).toList();
    }

    /** The mail as it came in; none when there is no mail of that name. */
    public Optional<Path> source(String name) {
        return NAME.matcher(name).matches() ? Optional.of(file(name)).filter(Files::isRegularFile) : Optional.empty();
    }

    private String freeName(String time) {
        int number = 1;
        String name = time + "-000001";
        while (Files.exists(file(name))) {
            number++;
            name = time + "-" + String.format("%06d", number);
        }
        return name;
    }

    private Mail read(String name) {
        Instant receivedAt = Instant.from(TIME.parse(name.substring(0, TIME_LENGTH)));
        try (InputStream bytes = Files.newInputStream(file(name))) {
            MimeMessage message = new MimeMessage(null, bytes);
            return new Mail(
                    name,
                    receivedAt,
                    MailText.people(message.getFrom()),
                    MailText.people(message.getAllRecipients()),
                    MailText.subject(message),
                    MailText.of(message));
        } catch (IOException | MessagingException e) {
            return new Mail(name, receivedAt, "", "", "(onleesbare mail)", "");
        }
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .map(path -> path.getFileName().toString())
                    .filter(file -> file.endsWith(SUFFIX))
                    .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted(Comparator.reverseOrder())
                    .toList()
                    .stream();
        }
    }

    private Path file(String name) {
        return folder.resolve(name + SUFFIX);
    }
}
