package nl.etalage.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.etalage.local.screen.Progress;

/** What a {@link Stack} starts and where. Every method answers changed options and leaves these as they are. */
public final class StackOptions implements Cloneable {

    private final Path root;
    private Path data;
    private Path run;
    private Ports ports = Ports.shifted(0);
    private List<String> parts = Parts.NAMES;
    private boolean demoData = true;
    private boolean fresh;
    private Duration patience = Duration.ofMinutes(4);
    private Progress progress = Progress.SILENT;
    private Map<String, Map<String, String>> environment = Map.of();

    private StackOptions(Path root) {
        this.root = root.toAbsolutePath().normalize();
        this.data = this.root.resolve("deploy/local/data");
        this.run = data.resolve("run");
    }

    /** Everything, as {@code ./deploy/up} starts it, from the project in {@code root}, which has been built. */
    public static StackOptions in(Path root) {
        return new StackOptions(root);
    }

    /** Where databases, pictures, logs and secrets are kept; made when absent. One stack at a time can use it. */
    public StackOptions data(Path directory) {
        StackOptions changed = copy();
        changed.data = directory.toAbsolutePath().normalize();
        changed.run = changed.data.resolve("run");
        return changed;
    }

    public StackOptions ports(Ports ports) {
        StackOptions changed = copy();
        changed.ports = ports;
        return changed;
    }

    /** Only these of Etalage's own processes; PostgreSQL and Keycloak always run. */
    public StackOptions only(List<String> parts) {
        StackOptions changed = copy();
        changed.parts = List.copyOf(parts);
        return changed;
    }

    public StackOptions withoutDemoData() {
        StackOptions changed = copy();
        changed.demoData = false;
        return changed;
    }

    /** Throws away what an earlier start left, before anything is started. */
    public StackOptions fresh() {
        StackOptions changed = copy();
        changed.fresh = true;
        return changed;
    }

    /** How long all may take to become ready. */
    public StackOptions patience(Duration patience) {
        StackOptions changed = copy();
        changed.patience = patience;
        return changed;
    }

    public StackOptions progress(Progress progress) {
        StackOptions changed = copy();
        changed.progress = progress;
        return changed;
    }

    /** Settings of one part on top of those it gets, or instead of them, such as where mail goes or a fault switch. */
    public StackOptions environment(String part, Map<String, String> settings) {
        StackOptions changed = copy();
        Map<String, Map<String, String>> all = new HashMap<>(environment);
        all.put(part, Map.copyOf(settings));
        changed.environment = Map.copyOf(all);
        return changed;
    }

    /** Data of its own for a stack whose ports are shifted: issuer and addresses stand in tokens, members and posts. */
    StackOptions shifted(int shift) {
        return shift == 0 ? this : ports(Ports.shifted(shift)).dataOnly(data.resolve("ports-" + shift));
    }

    /** Other data, beside the same record of what runs. */
    StackOptions dataOnly(Path directory) {
        StackOptions changed = copy();
        changed.data = directory;
        return changed;
    }

    public Path root() {
        return root;
    }

    public Path data() {
        return data;
    }

    public Ports ports() {
        return ports;
    }

    /** The gateway's address as people see it. */
    public String gateway() {
        return "http://localhost:" + ports.of(Ports.Role.GATEWAY);
    }

    /** The realm as it stands in tokens. */
    public String issuer() {
        return "http://localhost:" + ports.of(Ports.Role.KEYCLOAK) + "/realms/etalage";
    }

    public String standIn() {
        return "http://localhost:" + ports.of(Ports.Role.STAND_IN);
    }

    Path run() {
        return run;
    }

    List<String> parts() {
        return parts;
    }

    boolean demoData() {
        return demoData;
    }

    boolean isFresh() {
        return fresh;
    }

    Duration patience() {
        return patience;
    }

    Progress progress() {
        return progress;
    }

    Map<String, String> environmentOf(String part) {
        return environment.getOrDefault(part, Map.of());
    }

    private StackOptions copy() {
        try {
            return (StackOptions) clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
