package nl.etalage.content.asset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.etalage.content.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HiddenContentTest {

    @TempDir
    private Path directory;

    static Stream<Arguments> files() throws IOException {
        return Stream.of(
                Arguments.of("a plain picture", new byte[0], false),
                Arguments.of("a camera's second picture", Network.jpeg(100, 80), false),
                Arguments.of("padding", new byte[70_000], false),
                Arguments.of("four bytes that a photograph has by chance", text("<sVg\1\2\3<SVG \0<img \1"), false),
                Arguments.of(
                        "four bytes of an archive by chance", text("x".repeat(50) + "PK\5\6" + "x".repeat(50)), false),
                Arguments.of("a picture on a page", text("<IMG src=x onerror=alert(1)>"), true),
                Arguments.of("a drawing", text("<svg onload=alert(1)>"), true),
                Arguments.of("a script", text("<SCRIPT>alert(1)</SCRIPT>"), true),
                Arguments.of("PHP", text("<?php system($_GET['c']);"), true),
                Arguments.of("a page", text("<!DOCTYPE html><p>"), true),
                Arguments.of("an archive", archive(), true),
                Arguments.of("an archive and a line end", joined(archive(), text("\r\n")), true),
                Arguments.of("a script far behind", text("x".repeat(65_530) + "<script>"), true));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void whatIsBehindAPictureIsFound(String what, byte[] behind, boolean hidden) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(Network.jpeg(60, 40));
        bytes.write(behind);
        Path file = Files.write(directory.resolve("file"), bytes.toByteArray());
        assertEquals(hidden, HiddenContent.in(file, "image/jpeg"), what);
    }

    @Test
    void aPodcastMayShowAPictureInWhatItSaysOfItself() throws IOException {
        Path file = Files.write(directory.resolve("file"), text("ID3 <p>Over koffie <img src=\"koffie.jpg\">"));
        assertFalse(HiddenContent.in(file, "audio/mpeg"));
        assertTrue(HiddenContent.in(file, "image/png"));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static byte[] archive() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("Evil.class"));
            zip.write(new byte[100]);
        }
        return bytes.toByteArray();
    }
}
