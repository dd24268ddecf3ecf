package nl.etalage.local.postgresql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.etalage.local.program.Trees;
import nl.etalage.local.screen.CannotStart;

/**
 * As whom PostgreSQL runs. It refuses to run as root. Started by root, it gets a user namespace of its own, in which
 * root is nobody in particular while its files stay root's; where the machine allows no namespaces (most containers)
 * it runs as the user {@code nobody}, who then owns its data.
 */
public enum PostgresUser {
    /** Whoever started the launcher. */
    SAME("", -1),
    /** Root, stripped of its powers by unshare(1). */
    NAMESPACE("unshare --user", 0),
    /** The user nobody, by setpriv(1). */
    NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups", 65534);

    private final String prefix;
    private final int owner;

    PostgresUser(String prefix, int owner) {
        this.prefix = prefix;
        this.owner = owner;
    }

    /** What works on this machine for whoever runs the launcher. */
    public static PostgresUser onThisMachine() throws IOException {
        if (!output(List.of("id", "-u")).equals("0")) {
            return SAME;
        }
        if (NAMESPACE.isPossible()) {
            return NAMESPACE;
        }
        if (NOBODY.isPossible()) {
            return NOBODY;
        }
        throw new CannotStart(
                "PostgreSQL does not run as root, and this machine has neither user namespaces nor setpriv to step aside: run ./deploy/up as an ordinary user.");
    }

    /** False where the machine lacks the tool, or forbids what it does. */
    boolean isPossible() {
        try {
            String user = output(wrap(List.of("id", "-u")));
            return !user.isEmpty() && !user.equals("0");
        } catch (IOException e) {
            return false;
        }
    }

    List<String> wrap(List<String> command) {
        List<String> wrapped = new ArrayList<>();
        if (!prefix.isEmpty()) {
            wrapped.addAll(List.of(prefix.split(" ")));
        }
        wrapped.addAll(command);
        return wrapped;
    }

    /** Makes the data directory this user's, also when an earlier start was another one's. */
    void takeOver(Path directory) throws IOException {
        if (owner >= 0 && !Files.getAttribute(directory, "unix:uid").equals(owner)) {
            Trees.own(directory, owner, owner);
        }
    }

    private static String output(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream out = process.getInputStream()) {
            return new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
