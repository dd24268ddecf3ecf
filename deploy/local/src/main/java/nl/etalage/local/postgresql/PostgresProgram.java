package nl.etalage.local.postgresql;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import nl.etalage.local.program.DiskSpace;
import nl.etalage.local.program.Programs;
import nl.etalage.local.program.Trees;
import nl.etalage.local.screen.CannotStart;
import nl.etalage.local.screen.Progress;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, unpacked from the binaries that come as a Maven artifact. */
public final class PostgresProgram {

    private static final long UNPACKED_MEBIBYTES = 120;

    private final Programs programs;
    private final String version = Programs.version("postgresql");

    public PostgresProgram(Programs programs) {
        this.programs = programs;
    }

    public Path executable(String name) {
        return home().resolve("bin").resolve(name);
    }

    public void prepare(Progress progress) throws IOException {
        programs.alone(() -> {
            if (!Files.isDirectory(home())) {
                DiskSpace.require(home().getParent(), UNPACKED_MEBIBYTES, "PostgreSQL");
                progress.step("Unpacking PostgreSQL " + version, () -> Trees.make(home(), PostgresProgram::unpack));
            }
        });
    }

    String majorVersion() {
        return version.substring(0, version.indexOf('.'));
    }

    private Path home() {
        return programs.path("postgresql-" + version);
    }

    private static void unpack(Path home) throws IOException {
        try (InputStream packed = archive();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = home.resolve(entry.getName()).normalize();
                if (!target.startsWith(home)) {
                    throw new IOException("an entry outside the archive: " + entry.getName());
                }
                unpack(entry, tar, target);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, TarArchiveInputStream content, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static InputStream archive() {
        String name = "/postgres-%s-%s.txz".formatted(operatingSystem(), architecture());
        InputStream archive = PostgresProgram.class.getResourceAsStream(name);
        if (archive == null) {
            throw new CannotStart(
                    "There is no embedded PostgreSQL for this machine (%s %s): Linux and macOS on x86-64 and ARM have one."
                            .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
        }
        return archive;
    }

    private static String operatingSystem() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name;
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> System.getProperty("os.arch");
        };
    }
}
