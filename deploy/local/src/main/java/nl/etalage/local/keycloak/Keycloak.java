package nl.etalage.local.keycloak;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.etalage.local.process.Part;
import nl.etalage.local.process.Readiness;
import nl.etalage.local.program.Trees;

/** The Keycloak of one stack: the shared program, with a home of its own for what it imports and writes. */
public final class Keycloak {

    public static final String NAME = "keycloak";

    private final KeycloakProgram program;
    private final Path home;
    private final KeycloakSettings settings;

    public Keycloak(KeycloakProgram program, Path home, KeycloakSettings settings) {
        this.program = program;
        this.home = home;
        this.settings = settings;
    }

    /** Differs when the demo's realm in this checkout differs. */
    public static String realmFingerprint() throws IOException {
        return RealmFile.forDemo().fingerprint();
    }

    /**
     * The server as a process.
     *
     * @param importRealm at the first start only: an existing realm is left as it is, and looking for one costs time
     */
    public Part part(boolean importRealm) throws IOException {
        layOutHome();
        List<String> arguments = new ArrayList<>(List.of("start", "--optimized"));
        Map<String, String> environment = new HashMap<>(settings.server());
        if (importRealm) {
            Path imports = home.resolve("data").resolve("import");
            Files.createDirectories(imports);
            Files.writeString(
                    imports.resolve("etalage.json"), RealmFile.forDemo().text());
            arguments.add("--import-realm");
            environment.putAll(settings.realm());
        }
        URI health = URI.create("http://127.0.0.1:%d/health/ready".formatted(settings.managementPort()));
        return new Part(
                NAME, program.command(home, arguments), environment, Readiness.of(health), Part.StopSignal.TERMINATE);
    }

    private void layOutHome() throws IOException {
        Files.createDirectories(home);
        for (String shared : List.of("lib", "conf")) {
            Path link = home.resolve(shared);
            Path target = program.home().resolve(shared);
            if (!Files.isSymbolicLink(link) || !Files.readSymbolicLink(link).equals(target)) {
                Trees.delete(link);
                Files.createSymbolicLink(link, target);
            }
        }
    }
}
