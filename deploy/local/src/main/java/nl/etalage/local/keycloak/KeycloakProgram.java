package nl.etalage.local.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import nl.etalage.local.process.Executables;
import nl.etalage.local.process.Part;
import nl.etalage.local.process.ProcessRunner;
import nl.etalage.local.process.Readiness;
import nl.etalage.local.program.DiskSpace;
import nl.etalage.local.program.Programs;
import nl.etalage.local.program.Trees;
import nl.etalage.local.screen.CannotStart;
import nl.etalage.local.screen.Progress;

/**
 * Keycloak's distribution, unpacked and made ready once for PostgreSQL ({@code kc.sh build}), so that each start skips
 * that. We start its Java process ourselves, with what its {@code bin/kc.sh} passes: that script stays between as a
 * parent, and would have to be found and ended too.
 */
public final class KeycloakProgram {

    private static final long UNPACKED_MEBIBYTES = 600;
    private static final Duration BUILD_PATIENCE = Duration.ofMinutes(5);
    private static final List<String> BUILD_OPTIONS = List.of("--db=postgres", "--health-enabled=true");

    private final Programs programs;
    private final Path archive;
    private final String version = Programs.version("keycloak");

    /** The archive is the distribution as Maven Central has it, or absent until the build copied it there. */
    public KeycloakProgram(Programs programs, Path archives) {
        this.programs = programs;
        this.archive = archives.resolve("keycloak-" + version + ".zip");
    }

    public Path home() {
        return programs.path("keycloak-" + version);
    }

    /** Unpacks and builds when that isn't done yet; what a killed launcher left half done is done anew. */
    public void prepare(ProcessRunner runner, Progress progress) throws IOException {
        programs.alone(() -> {
            if (!isPrepared()) {
                DiskSpace.require(home().getParent(), UNPACKED_MEBIBYTES, "Keycloak");
                progress.step("Unpacking Keycloak " + version, this::unpack);
                progress.step("Preparing Keycloak for PostgreSQL, once", () -> build(runner));
            }
        });
    }

    /** A Java process of this program with its home elsewhere, where {@code lib} and {@code conf} are links. */
    List<String> command(Path home, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Executables.java(),
                // Quick to start and small: a demo doesn't earn back what the optimising compiler costs.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xms192m",
                "-Xmx512m",
                "-XX:MetaspaceSize=160m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-cp",
                home.resolve("lib").resolve("quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(arguments);
        return command;
    }

    private boolean isPrepared() throws IOException {
        return Files.exists(marker()) && Files.readString(marker()).equals(String.join(" ", BUILD_OPTIONS));
    }

    private Path marker() {
        return home().resolve("prepared");
    }

    private void unpack() throws IOException {
        if (!Files.exists(archive)) {
            throw new CannotStart("%s is missing: build it with mvn -Dquick package.".formatted(archive));
        }
        Trees.delete(home());
        Trees.make(home(), this::unpack);
    }

    private void unpack(Path home) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                unpack(zip, entries.nextElement(), home);
            }
        }
    }

    /** Everything lies in one directory named after the version, which we leave out. */
    private static void unpack(ZipFile zip, ZipEntry entry, Path home) throws IOException {
        Path target = home.resolve(entry.getName().substring(entry.getName().indexOf('/') + 1))
                .normalize();
        if (!target.startsWith(home)) {
            throw new IOException("an entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        try (InputStream content = zip.getInputStream(entry)) {
            Files.copy(content, target);
        }
    }

    private void build(ProcessRunner runner) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("build"));
        arguments.addAll(BUILD_OPTIONS);
        runner.runToEnd(
                new Part(
                        "keycloak-setup",
                        command(home(), arguments),
                        Map.of(),
                        Readiness.atOnce(),
                        Part.StopSignal.TERMINATE),
                BUILD_PATIENCE);
        Files.writeString(marker(), String.join(" ", BUILD_OPTIONS));
    }
}
