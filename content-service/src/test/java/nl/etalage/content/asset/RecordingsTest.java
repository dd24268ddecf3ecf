package nl.etalage.content.asset;

import static nl.etalage.content.Network.act;
import static nl.etalage.content.Network.adapted;
import static nl.etalage.content.Network.anonymous;
import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.draft;
import static nl.etalage.content.Network.machine;
import static nl.etalage.content.Network.newShop;
import static nl.etalage.content.Network.patch;
import static nl.etalage.content.Network.released;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.etalage.content.Network;
import nl.etalage.content.asset.file.Recordings;
import nl.etalage.content.asset.file.Recordings.Extra;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RecordingsTest {

    private static final String CAPTIONS = "WEBVTT\\n\\n00:00.000 --> 00:02.000\\nDit is onze koffie.\\n";

    @BeforeEach
    void people() {
        Network.centralGroup();
    }

    private static Response upload(byte[] bytes, String metadata) {
        return as("editor")
                .multiPart("file", "naam-die-niets-zegt.jpg", bytes, "image/jpeg")
                .multiPart("metadata", metadata, "application/json")
                .post("/api/v1/assets");
    }

    private static String stored(byte[] bytes, String members) {
        return upload(bytes, "{\"altText\": \"Zo branden wij koffie\"" + members + "}")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response delivered(String asset, String form) {
        Response redirect =
                as("editor").redirects().follow(false).get("/api/v1/assets/{id}/renditions/{name}", asset, form);
        redirect.then().statusCode(302);
        return anonymous().urlEncodingEnabled(false).get(redirect.header("Location"));
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(Recordings.film(12, 640, 360), "video/mp4", "video", 640, 12.0f),
                Arguments.of(Recordings.film(3, 360, 640), "video/mp4", "video", 360, 3.0f),
                Arguments.of(Recordings.m4a(65), "audio/mp4", "sound", null, 65.0f),
                Arguments.of(Recordings.mp3(2), "audio/mpeg", "sound", null, 2.011f),
                Arguments.of(Recordings.pdf(Extra.NOTHING), "application/pdf", "document", null, null));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("kinds")
    void everyKindIsKnownByItsBytesAndGoesOutWithoutWhoMadeItAndWhere(
            byte[] bytes, String type, String kind, Integer width, Float duration) {
        Response made = upload(bytes, "{}");
        made.then()
                .statusCode(201)
                .body("mediaType", is(type), "kind", is(kind), "bytes", is(bytes.length))
                .body("width", is(width), "duration", is(duration));
        Response out = delivered(made.path("id"), "file");
        out.then().statusCode(200).contentType(type).header("X-Content-Type-Options", "nosniff");
        String sent = new String(out.asByteArray(), StandardCharsets.ISO_8859_1);
        for (String secret : new String[] {Recordings.PLACE, Recordings.MAKER, Recordings.FLIGHT}) {
            assertFalse(sent.contains(secret), secret);
        }
        as("editor")
                .get("/api/v1/assets/{id}/renditions/web", made.<String>path("id"))
                .then()
                .statusCode(404);
    }

    static Stream<Arguments> refused() {
        byte[] film = Recordings.film(12, 640, 360);
        byte[] sound = Recordings.mp3(2);
        byte[] paper = Recordings.pdf(Extra.NOTHING);
        return Stream.of(
                Arguments.of("half a film", Arrays.copyOf(film, film.length / 2), "beschadigd"),
                Arguments.of("half a sound", Arrays.copyOf(sound, sound.length / 2), "beschadigd"),
                Arguments.of("half a document", Arrays.copyOf(paper, paper.length / 2), "beschadigd"),
                Arguments.of("a long film", Recordings.film(601, 640, 360), "langer dan 10 minuten"),
                Arguments.of("a long sound", Recordings.m4a(3_601), "langer dan 60 minuten"),
                Arguments.of("a film too wide", Recordings.film(3, 5_000, 360), "te groot van beeld"),
                Arguments.of("a film of an iPhone", Recordings.quickTime(), "als MP4"),
                Arguments.of("a film in pieces", Recordings.fragmented(), "losse stukjes"),
                Arguments.of("a document with a program", Recordings.pdf(Extra.PROGRAM), "een programma"),
                Arguments.of("a document with a lock", Recordings.pdf(Extra.PASSWORD), "zonder wachtwoord"),
                Arguments.of(
                        "a film and a page", joined(film, "<script>alert(1)</script>"), "meer dan een foto of film"),
                Arguments.of("a film and a script", joined(film, "<?php phpinfo();"), "meer dan een foto of film"));
    }

    private static byte[] joined(byte[] film, String behind) {
        byte[] both = Arrays.copyOf(film, film.length + behind.length());
        System.arraycopy(behind.getBytes(StandardCharsets.US_ASCII), 0, both, film.length, behind.length());
        return both;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatIsNotWholeNotHonestOrTooLongIsRefusedWithTheReason(String what, byte[] bytes, String reason) {
        upload(bytes, "{}")
                .then()
                .statusCode(422)
                .body("type", is("https://etalage.nl/problems/picture-refused"))
                .body("violations[0].pointer", is("/file"))
                .body("violations[0].detail", containsString(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"captions\": \"" + CAPTIONS + "\"",
                "\"transcript\": \"Dit is onze koffie.\"",
                "\"noWordsReason\": \"Er is alleen muziek.\""
            })
    void aFilmNeedsWordsOrTheReasonWhyThereAreNone(String words) {
        String film = stored(Recordings.film(2, 64, 48), "");
        String story = draft("\"body\": \"Tekst.\", \"assets\": [\"%s\"]".formatted(film));
        act(story, "submit", "editor", null)
                .then()
                .statusCode(422)
                .body("type", is("https://etalage.nl/problems/story-incomplete"))
                .body("violations.pointer", is(List.of("/assets/0")))
                .body("violations[0].detail", containsString("ondertitels"));
        patch(as("editor").get("/api/v1/assets/{id}", film), "editor", "{" + words + "}")
                .patch("/api/v1/assets/{id}", film)
                .then()
                .statusCode(200);
        act(story, "submit", "editor", null).then().statusCode(200);
    }

    @Test
    void aSoundNeedsThemToo() {
        String sound = stored(Recordings.mp3(2), "");
        String story = draft("\"body\": \"Tekst.\", \"assets\": [\"%s\"]".formatted(sound));
        act(story, "submit", "editor", null)
                .then()
                .statusCode(422)
                .body("type", is("https://etalage.nl/problems/story-incomplete"))
                .body("violations.pointer", is(List.of("/assets/0")));
        patch(as("editor").get("/api/v1/assets/{id}", sound), "editor", "{\"transcript\": \"Dit is onze koffie.\"}")
                .patch("/api/v1/assets/{id}", sound)
                .then()
                .statusCode(200);
        act(story, "submit", "editor", null).then().statusCode(200);
    }

    @Test
    void aDocumentNeedsNoWordsButWhatItIs() {
        String paper = upload(Recordings.pdf(Extra.NOTHING), "{}").path("id");
        String story = draft("\"body\": \"Tekst.\", \"assets\": [\"%s\"]".formatted(paper));
        act(story, "submit", "editor", null)
                .then()
                .statusCode(422)
                .body("violations.pointer", is(List.of("/assets/0")))
                .body("violations[0].detail", containsString("wat je ziet of hoort"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1~~00:00:00,000 --> 00:00:02,000~Hallo | WebVTT",
                "WEBVTTX~~00:00.000 --> 00:02.000~Hallo | WebVTT",
                "WEBVTT~~00:00:00,000 --> 00:00:02,000~Hallo | Regel 3",
                "WEBVTT~~00:00.000 --> 00:02.000~Hallo~~straks --> later~Dag | Regel 6",
                "WEBVTT~~00:61.000 --> 01:02.000~Hallo | Regel 3",
                "WEBVTT~~00:02.000 --> 00:02.000~Hallo | regel 3 eindigt",
                "WEBVTT~~00:01.000 --> 00:02.000~Caf\\uFFFD | regel 4"
            })
    void captionsThatAPlayerCantShowArePointedAt(String captions, String said) {
        upload(Recordings.film(2, 64, 48), "{\"captions\": \"" + captions.replace("~", "\\n") + "\"}")
                .then()
                .statusCode(422)
                .body("violations.pointer", hasItem("/captions"))
                .body("violations[0].detail", containsString(said));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WEBVTT",
                "\\uFEFFWEBVTT - Film over koffie~Kind: captions~~NOTE van Fatima~~1~00:00.000 --> 00:02.000~- Hallo",
                "WEBVTT~~101:00:00.000 -->\\t101:00:02.500 align:start position:10%~Tot\\r\\nhier",
            })
    void captionsAreKeptAsTheyWereWritten(String captions) {
        String film = stored(Recordings.film(2, 64, 48), ", \"captions\": \"" + captions.replace("~", "\\r\\n") + "\"");
        assertEquals(
                captions.replace("~", "\r\n")
                        .replace("\\t", "\t")
                        .replace("\\r\\n", "\r\n")
                        .replace("\\uFEFF", "\uFEFF"),
                as("editor").get("/api/v1/assets/{id}", film).<String>path("captions"));
    }

    @Test
    void aLibraryShowsFilmSoundAndDocumentReadyToPlay() {
        String shop = newShop();
        String film = stored(Recordings.film(12, 640, 360), ", \"captions\": \"" + CAPTIONS + "\"");
        String sound = stored(Recordings.mp3(2), ", \"transcript\": \"Dit is onze koffie.\"");
        String paper = stored(Recordings.pdf(Extra.NOTHING), "");
        String picture = Network.picture();
        String story = released("\"body\": \"Tekst.\", \"assets\": [\"%s\", \"%s\", \"%s\", \"%s\"]"
                .formatted(film, picture, sound, paper));
        Response item = machine(shop).get("/api/v1/library/{id}?shop={shop}", story, shop);
        item.then()
                .statusCode(200)
                .body("pictures.id", is(List.of(picture)))
                .body("media.id", is(List.of(film, sound, paper)))
                .body("media.kind", is(List.of("video", "sound", "document")))
                .body("media[0].width", is(640), "media[0].duration", is(12.0f))
                .body("media[0].url", endsWith("/file.mp4"), "media[0].captions", endsWith("/captions.vtt"))
                .body("media[1].transcript", is("Dit is onze koffie."), "media[1].captions", nullValue())
                .body("media[2].url", endsWith("/file.pdf"), "media[2].altText", is("Zo branden wij koffie"));
        anonymous()
                .get(path(item.path("media[0].captions")))
                .then()
                .statusCode(200)
                .contentType("text/vtt;charset=UTF-8")
                .body(startsWith("WEBVTT"))
                .body(containsString("Dit is onze koffie."));
        String adaptation = adapted(shop, story);
        as(shop + "-publisher")
                .get("/api/v1/adaptations/{id}/rendering?platform=mastodon", adaptation)
                .then()
                .body("assets.id", is(List.of(picture)))
                .body("warnings.code", hasItem("only-pictures"))
                .body("problems.code", not(hasItem("only-pictures")));
        act(story, "withdraw", "editor", null).then().statusCode(200);
        anonymous().get(path(item.path("media[0].url"))).then().statusCode(410);
    }

    private static String path(String address) {
        return address.replace("http://localhost:8080", "");
    }

    @Test
    void aPlayerAsksTheParts() {
        String film = stored(Recordings.film(12, 640, 360), ", \"noWordsReason\": \"Muziek.\"");
        released("\"body\": \"Tekst.\", \"assets\": [\"%s\"]".formatted(film));
        String place = as("editor")
                .redirects()
                .follow(false)
                .get("/api/v1/assets/{id}/renditions/file", film)
                .header("Location");
        Response whole = anonymous().get(place);
        whole.then().statusCode(200).header("Accept-Ranges", "bytes");
        byte[] bytes = whole.asByteArray();
        Response part = anonymous().header("Range", "bytes=10-29").get(place);
        part.then()
                .statusCode(206)
                .contentType("video/mp4")
                .header("Content-Length", "20")
                .header("Content-Range", "bytes 10-29/" + bytes.length)
                .header("ETag", whole.header("ETag"));
        assertArrayEquals(Arrays.copyOfRange(bytes, 10, 30), part.asByteArray());
        Response end = anonymous().header("Range", "bytes=-7").get(place);
        assertArrayEquals(Arrays.copyOfRange(bytes, bytes.length - 7, bytes.length), end.asByteArray());
        anonymous()
                .header("Range", "bytes=" + bytes.length + "-")
                .get(place)
                .then()
                .statusCode(416)
                .header("Content-Range", "bytes */" + bytes.length)
                .body("type", is("https://etalage.nl/problems/range-not-satisfiable"));
        Response other = anonymous()
                .header("Range", "bytes=0-1")
                .header("If-Range", "\"een-andere\"")
                .get(place);
        assertEquals(200, other.statusCode());
        assertArrayEquals(bytes, other.asByteArray());
        anonymous()
                .header("Range", "bytes=0-1")
                .header("If-Range", whole.header("ETag"))
                .get(place)
                .then()
                .statusCode(206);
    }

    @Test
    void twoFilmsOfTheSameFileHaveTheirOwnCaptions() {
        byte[] bytes = Recordings.film(2, 64, 48);
        String one = stored(bytes, ", \"captions\": \"" + CAPTIONS + "\"");
        String other = stored(bytes, ", \"captions\": \"" + CAPTIONS.replace("koffie", "thee") + "\"");
        assertEquals(true, delivered(one, "captions").asString().contains("koffie"));
        assertEquals(true, delivered(other, "captions").asString().contains("thee"));
    }
}
