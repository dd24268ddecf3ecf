package nl.etalage.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.etalage.local.process.Executables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code deploy/up} says before there is a Java to say it. */
class UpScriptTest {

    /** What the scripts need of a machine, Java and Maven aside. */
    private static final List<String> TOOLS = List.of(
            "sh", "awk", "cat", "cut", "date", "df", "dirname", "find", "grep", "head", "mkdir", "mv", "sed", "sort",
            "tail");

    @TempDir
    Path directory;

    private Path bin;
    private Path home;

    @BeforeEach
    void copyTheScripts() throws IOException {
        Files.createDirectories(directory.resolve("deploy/local"));
        for (String script : List.of("up", "down", "local/launcher.sh")) {
            Files.copy(
                    Path.of("..").resolve(script), directory.resolve("deploy").resolve(script));
        }
        bin = Files.createDirectory(directory.resolve("bin"));
        for (String tool : TOOLS) {
            Files.createSymbolicLink(bin.resolve(tool), Executables.find(tool).orElseThrow());
        }
        home = Files.createDirectories(directory.resolve("jdk/bin")).getParent();
    }

    @Test
    void withoutJavaItSaysWhatToInstall() throws Exception {
        assertEquals(
                "1 There is no Java here: install a JDK 17 or newer and put its bin directory on the PATH.",
                run("up", Map.of()));
    }

    @Test
    void aJavaHomeWithoutJavaIsNamed() throws Exception {
        assertEquals(
                "1 JAVA_HOME is %s, but there is no Java in it: point it to a JDK 17 or newer, or unset it."
                        .formatted(home),
                run("up", Map.of("JAVA_HOME", home.toString())));
    }

    @Test
    void aJavaThatIsTooOldIsNamedWithItsVersion() throws Exception {
        program(home.resolve("bin/java"), "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");

        assertEquals(
                "1 %s/bin/java is Java 11.0.2, and Etalage needs a JDK 17 or newer.".formatted(home),
                run("up", Map.of("JAVA_HOME", home.toString())));
    }

    @Test
    void java8IsNotTakenForNewer() throws Exception {
        program(home.resolve("bin/java"), "echo 'java version \"1.8.0_402\"' >&2");

        assertEquals(
                "1 %s/bin/java is Java 1.8.0_402, and Etalage needs a JDK 17 or newer.".formatted(home),
                run("up", Map.of("JAVA_HOME", home.toString())));
    }

    @Test
    void aJavaThatCannotCompileIsNoJdk() throws Exception {
        program(home.resolve("bin/java"), "echo 'openjdk version \"21.0.2\" 2024-01-16' >&2");

        assertEquals(
                "1 %s/bin/java is a Java without a compiler: install the whole JDK 17 or newer.".formatted(home),
                run("up", Map.of("JAVA_HOME", home.toString())));
    }

    @Test
    void aMavenThatIsTooOldIsNamedWithItsVersion() throws Exception {
        makeJdk();
        program(bin.resolve("mvn"), "echo 'Apache Maven 3.6.3 (cecedd343002696d0abb50b32b541b8a6ba2883f)'");

        assertEquals(
                "1 This is Maven 3.6.3, and Etalage needs 3.8.7 or newer.",
                run("up", Map.of("JAVA_HOME", home.toString())));
    }

    @Test
    void withoutMavenItSaysWhatToInstall() throws Exception {
        makeJdk();

        assertEquals(
                "1 There is no Maven here, and Etalage has yet to be built: install Maven 3.8.7 or newer.",
                run("up", Map.of("JAVA_HOME", home.toString())));
    }

    @Test
    void aBuildThatFailsIsToldByItsFirstError() throws Exception {
        makeJdk();
        program(
                bin.resolve("mvn"),
                """
                case $* in
                  *-version) echo 'Apache Maven 3.9.9' ;;
                  *) echo '[INFO] Scanning'; echo '[ERROR] Failed to execute goal compile: no such symbol'; exit 1 ;;
                esac
                """);

        assertEquals(
                "1 The build failed: Failed to execute goal compile: no such symbol (all of it: %s)."
                        .formatted(directory.toRealPath().resolve("deploy/local/data/logs/build.log")),
                run("up", Map.of("JAVA_HOME", home.toString())));
    }

    @Test
    void downSucceedsWhereNothingEverRan() throws Exception {
        assertEquals("0 Nothing of Etalage runs here.", run("down", Map.of()));
    }

    private void makeJdk() throws IOException {
        program(home.resolve("bin/java"), "echo 'openjdk version \"21.0.2\" 2024-01-16' >&2");
        program(home.resolve("bin/javac"), "exit 0");
    }

    private static void program(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Exit code and last line of what was shown. */
    private String run(String script, Map<String, String> environment) throws IOException, InterruptedException {
        Path shown = directory.resolve("shown");
        ProcessBuilder builder = new ProcessBuilder(bin.resolve("sh").toString(), "deploy/" + script)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(shown.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("PATH", bin.toString());
        int code = builder.start().waitFor();
        List<String> lines = new ArrayList<>(Files.readAllLines(shown, StandardCharsets.UTF_8));
        return code + " " + lines.get(lines.size() - 1);
    }
}
