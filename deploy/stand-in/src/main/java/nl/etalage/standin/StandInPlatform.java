package nl.etalage.standin;

import java.io.IOException;
import java.util.List;
import nl.etalage.standin.control.PublishedPost;
import nl.etalage.standin.fault.Fault;
import nl.etalage.standin.journal.SeenRequest;
import nl.etalage.standin.mail.MailFolder;
import nl.etalage.standin.mail.MailServer;

/**
 * A platform that behaves like Mastodon, for tests and the demo. Listens on 127.0.0.1 only. The access token
 * {@code stand-in-<name>} belongs to account {@code <name>}, which exists as soon as its token is used.
 */
public final class StandInPlatform implements AutoCloseable {
    private final Memory memory;
    private final WebServer web;
    private final MailServer mail;

    private StandInPlatform(Memory memory, WebServer web, MailServer mail) {
        this.memory = memory;
        this.web = web;
        this.mail = mail;
    }

    /**
     * Returns when it can be called.
     *
     * @throws StartFailed when a port is taken, or the data can't be read
     */
    public static StandInPlatform start(StandInOptions options) {
        Memory memory = open(options);
        try {
            MailFolder mails = new MailFolder(memory.directory().mail(), options.clock());
            MailServer mail = options.mailPort() == null ? null : startMail(options.mailPort(), mails);
            try {
                return new StandInPlatform(memory, WebServer.start(options, memory, mails), mail);
            } catch (StartFailed e) {
                if (mail != null) {
                    mail.close();
                }
                throw e;
            }
        } catch (StartFailed e) {
            memory.close();
            throw e;
        }
    }

    /** Where it listens. */
    public int port() {
        return web.address().port();
    }

    /** Its address, without a slash at the end. */
    public String url() {
        return web.address().url("");
    }

    /** @throws IllegalStateException when it was started without mail */
    public int mailPort() {
        if (mail == null) {
            throw new IllegalStateException("Started without a mail server");
        }
        return mail.port();
    }

    /** From now on calls go wrong like this; a fault for the same account and call is replaced. */
    public void fault(Fault fault) {
        web.faults().ask(fault);
    }

    /** All goes well again. */
    public void clearFaults() {
        web.faults().clear();
    }

    /** What an account posted and didn't remove, newest first, at most 1,000. */
    public List<PublishedPost> posts(String account) {
        return web.inspection().posts(account);
    }

    /** The calls an account made, oldest first; of all accounts together the last 10,000 are kept. */
    public List<SeenRequest> requests(String account) {
        return web.journal().of(account);
    }

    @Override
    public void close() {
        web.close();
        if (mail != null) {
            mail.close();
        }
        memory.close();
    }

    private static Memory open(StandInOptions options) {
        try {
            return Memory.open(options);
        } catch (IOException e) {
            throw new StartFailed("The data can't be used: " + e.getMessage(), e);
        }
    }

    private static MailServer startMail(int port, MailFolder folder) {
        try {
            return MailServer.start(port, folder);
        } catch (IOException e) {
            throw new StartFailed("The mail server can't listen on port " + port + ": " + e.getMessage(), e);
        }
    }

    /** Runs until it is stopped; see the README for the environment it reads. */
    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        try {
            StandInPlatform platform = start(Environment.options(System.getenv()));
            Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "stand-in-stop"));
            System.out.println(
                    "stand-in listens on " + platform.url() + ", its mail server on port " + platform.mailPort());
        } catch (StartFailed e) {
            System.err.println("stand-in did not start. " + e.getMessage());
            System.exit(1);
        }
    }
}
