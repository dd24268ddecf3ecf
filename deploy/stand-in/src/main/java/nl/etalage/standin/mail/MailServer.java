package nl.etalage.standin.mail;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Takes any mail for anyone and lays it in the folder. Listens on 127.0.0.1 only. */
public final class MailServer implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";

    private final GreenMail server;

    private MailServer(GreenMail server) {
        this.server = server;
    }

    /**
     * @param port 0 for a free one
     * @throws IOException when the port is taken
     */
    public static MailServer start(int port, MailFolder folder) throws IOException {
        requireFree(port);
        GreenMail server = new GreenMail(new ServerSetup(port, LOOPBACK, ServerSetup.PROTOCOL_SMTP));
        server.start();
        server.getUserManager().setMessageDeliveryHandler((message, recipient) -> {
            // Called once for each recipient, but it is one mail.
            if (recipient.equals(message.getToAddresses().iterator().next())) {
                return new Letterbox(recipient.getEmail(), folder);
            }
            return new Letterbox(recipient.getEmail(), null);
        });
        return new MailServer(server);
    }

    // Tried first: GreenMail itself meets a taken port with a page of stack traces.
    private static void requireFree(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        }
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** Stands for any recipient; keeps nothing in memory. */
    private record Letterbox(String email, MailFolder folder) implements GreenMailUser {
        @Override
        public void deliver(MovingMessage message) {
            deliver(message.getMessage());
        }

        @Override
        public void deliver(MimeMessage message) {
            if (folder == null) {
                return;
            }
            try {
                folder.keep(message);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (MessagingException e) {
                throw new IllegalStateException("A mail that came in can't be written out", e);
            }
        }

        @Override
        public String getEmail() {
            return email;
        }

        @Override
        public String getLogin() {
            return email;
        }

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        public String getQualifiedMailboxName() {
            return email;
        }

        @Override
        public void create() {}

        @Override
        public void delete() {}

        @Override
        public void setPassword(String password) {}

        @Override
        public void authenticate(String password) throws UserException {}
    }
}
