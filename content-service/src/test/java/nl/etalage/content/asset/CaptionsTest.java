package nl.etalage.content.asset;

import static nl.etalage.content.Network.anonymous;
import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.machine;
import static nl.etalage.content.Network.newShop;
import static nl.etalage.content.Network.newShopIn;
import static nl.etalage.content.Network.patch;
import static nl.etalage.content.Network.released;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.etalage.content.Network;
import nl.etalage.content.asset.file.Recordings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Captions of a film: in more languages than one, and as SRT, which most programs write. */
@QuarkusTest
class CaptionsTest {

    private static final String DUTCH = "WEBVTT\n\n00:00.000 --> 00:02.000\nDit is onze koffie.\n";
    private static final String ENGLISH = "WEBVTT\n\n00:00.000 --> 00:02.000\nThis is our coffee.\n";
    private static final String FRISIAN = "WEBVTT\n\n00:00.000 --> 00:02.000\nDit is ús kofje.\n";

    /** The client of these tests knows no other letters in a part of a form. */
    private static final ObjectMapper ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    @BeforeEach
    void people() {
        Network.centralGroup();
    }

    private static Map<String, Object> said(Object... members) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("altText", "Zo branden wij koffie");
        for (int at = 0; at < members.length; at += 2) {
            said.put((String) members[at], members[at + 1]);
        }
        return said;
    }

    private static Map<String, String> in(String language, String text) {
        return Map.of("language", language, "text", text);
    }

    private static String json(Object value) {
        try {
            return ASCII.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Response upload(String who, String shop, Map<String, Object> said) {
        return as(who).multiPart("file", "film.mp4", Recordings.film(2, 64, 48), "video/mp4")
                .multiPart("metadata", json(said), "application/json")
                .post("/api/v1/assets" + (shop == null ? "" : "?shop=" + shop));
    }

    private static Response film(Object... members) {
        Response made = upload("editor", null, said(members));
        made.then().statusCode(201);
        return made;
    }

    private static Response changed(String film, Map<String, Object> change) {
        return patch(as("editor").get("/api/v1/assets/{id}", film), "editor", json(change))
                .patch("/api/v1/assets/{id}", film);
    }

    private static Response delivered(String film, String form) {
        Response redirect =
                as("editor").redirects().follow(false).get("/api/v1/assets/{id}/renditions/{name}", film, form);
        redirect.then().statusCode(302);
        return anonymous().urlEncodingEnabled(false).get(redirect.header("Location"));
    }

    @Test
    void aFilmHasCaptionsInSeveralLanguagesEachWithAnAddress() {
        String film = film(
                        "captions",
                        DUTCH,
                        "captionsLanguage",
                        "nl",
                        "otherCaptions",
                        List.of(in("EN-gb", ENGLISH), in("fy", FRISIAN)))
                .path("id");
        as("editor")
                .get("/api/v1/assets/{id}", film)
                .then()
                .body("captions", is(DUTCH), "captionsLanguage", is("nl"))
                .body("otherCaptions.language", contains("en-GB", "fy"))
                .body("otherCaptions.text", contains(ENGLISH, FRISIAN));
        delivered(film, "captions").then().statusCode(200).body(containsString("onze koffie"));
        delivered(film, "captions-en-GB")
                .then()
                .statusCode(200)
                .contentType("text/vtt;charset=UTF-8")
                .body(containsString("our coffee"));
        delivered(film, "captions-fy").then().statusCode(200).body(containsString("ús kofje"));
        for (String none : new String[] {"captions-nl", "captions-de", "captions-", "captions-en-gb"}) {
            as("editor")
                    .redirects()
                    .follow(false)
                    .get("/api/v1/assets/{id}/renditions/{name}", film, none)
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void aLibraryNamesThemAllByLanguage() {
        String shop = newShop();
        String film = film("captions", DUTCH, "otherCaptions", List.of(in("en", ENGLISH)))
                .path("id");
        String story = released("\"body\": \"Tekst.\", \"assets\": [\"%s\"]".formatted(film));
        Response item = machine(shop).get("/api/v1/library/{id}?shop={shop}", story, shop);
        item.then()
                .statusCode(200)
                .body("media[0].captions", endsWith("/captions.vtt"), "media[0].captionsLanguage", is("nl"))
                .body("media[0].otherCaptions.language", contains("en"))
                .body("media[0].otherCaptions[0].url", endsWith("/captions-en.vtt"));
        String first = item.path("media[0].otherCaptions[0].url");
        anonymous().get(first.replaceFirst("^https?://[^/]+", "")).then().body(is(ENGLISH));

        changed(film, Map.of("otherCaptions", List.of(in("en", ENGLISH.replace("coffee", "tea")))))
                .then()
                .statusCode(200);
        machine(shop)
                .get("/api/v1/library/{id}?shop={shop}", story, shop)
                .then()
                .body("media[0].otherCaptions[0].url", not(is(first)));
    }

    @Test
    void withoutAWordAboutItCaptionsAreInTheLanguageOfWhoBringsThem() {
        film("captions", DUTCH).then().body("captionsLanguage", is("nl"), "otherCaptions", empty());
        film().then().body("captions", nullValue(), "captionsLanguage", nullValue());
        String shop = newShopIn("en");
        upload(shop + "-publisher", shop, said("captions", ENGLISH))
                .then()
                .statusCode(201)
                .body("captionsLanguage", is("en"));
    }

    @Test
    void whereTheFirstAreTakenAwayTheNextTakeTheirPlace() {
        String film = film("captions", DUTCH, "otherCaptions", List.of(in("en", ENGLISH), in("fy", FRISIAN)))
                .path("id");
        Map<String, Object> none = new LinkedHashMap<>();
        none.put("captions", null);
        changed(film, none)
                .then()
                .statusCode(200)
                .body("captions", is(ENGLISH), "captionsLanguage", is("en"))
                .body("otherCaptions.language", contains("fy"));
        none.put("otherCaptions", null);
        changed(film, none)
                .then()
                .statusCode(200)
                .body("captions", nullValue(), "captionsLanguage", nullValue(), "otherCaptions", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "Nederlands!, /captionsLanguage, nl",
        "x, /captionsLanguage, nl",
        "und, /captionsLanguage, nl",
        "nl, /otherCaptions/0/language, e n",
        "nl, /otherCaptions/0/language, NL"
    })
    void aLanguageThatIsNoneOrComesTwiceIsRefused(String first, String pointer, String second) {
        upload(
                        "editor",
                        null,
                        said(
                                "captions",
                                DUTCH,
                                "captionsLanguage",
                                first,
                                "otherCaptions",
                                List.of(in(second, ENGLISH))))
                .then()
                .statusCode(422)
                .body("violations.pointer", contains(pointer));
    }

    @Test
    void thereAreAtMostTenLanguagesAndEachIsWebVttWithItsOwnPlaceInTheAnswer() {
        List<Map<String, String>> many = new ArrayList<>();
        for (String language : List.of("en", "fy", "de", "fr", "es", "pt", "it", "da", "sv", "no")) {
            many.add(in(language, ENGLISH));
        }
        upload("editor", null, said("captions", DUTCH, "otherCaptions", many))
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/otherCaptions"));
        upload("editor", null, said("captions", DUTCH, "otherCaptions", many.subList(0, 9)))
                .then()
                .statusCode(201);
        upload("editor", null, said("captions", DUTCH, "otherCaptions", List.of(in("en", ENGLISH), in("de", "Hallo"))))
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/otherCaptions/1/text"))
                .body("violations[0].detail", containsString("WebVTT of SRT"));
        upload("editor", null, said("captions", DUTCH, "otherCaptions", java.util.Collections.singletonList(null)))
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/otherCaptions/0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void srtIsKeptAsWebVtt(String end) {
        String srt =
                """
                \uFEFF1
                00:00:01,000 --> 00:00:03,500
                <i>Dit</i> is <font color="red">onze</font> koffie.
                - R&B &amp; thee <3

                2
                0:01:02,040-->0:01:05,000  X1:40 X2:600 Y1:20 Y2:50
                {\\an8}Café

                00:01:06,000 --> 00:01:07,000
                Zonder nummer
                4
                100:00:08,000 --> 100:00:09,000
                12
                """
                        .replace("\n", end);
        assertEquals(
                """
                WEBVTT

                00:00:01.000 --> 00:00:03.500
                <i>Dit</i> is onze koffie.
                - R&amp;B &amp; thee &lt;3

                00:01:02.040 --> 00:01:05.000
                Café

                00:01:06.000 --> 00:01:07.000
                Zonder nummer

                100:00:08.000 --> 100:00:09.000
                12
                """,
                film("captions", srt).<String>path("captions"));
        film("captions", DUTCH, "otherCaptions", List.of(in("en", srt)))
                .then()
                .body("otherCaptions[0].text", containsString("00:00:01.000 --> 00:00:03.500"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1~00:00:00,000 --> 00:00:02,000~Hallo~~2~00:00:03 --> 00:00:04~Dag | Regel 6",
                "1~00:00:00,000 --> 00:00:75,000~Hallo | Regel 2",
                "1~00:00:02,000 --> 00:00:01,000~Hallo | regel 2 eindigt",
                "1~00:00:00,000 --> 00:00:02,000~Hallo~~Dag | Boven regel 5 staan geen tijden",
                "1~00:00:00,000 --> 00:00:02,000~Hallo~~2~Dag | Boven regel 5 staan geen tijden"
            })
    void srtThatAPlayerCantShowIsPointedAtByTheLineInTheFile(String srt, String said) {
        upload("editor", null, said("captions", srt.replace("~", "\n")))
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/captions"))
                .body("violations[0].detail", containsString(said));
    }

    @Test
    void whatWasSavedAsWindows1252IsRefusedWithWhatToDo() {
        byte[] file = "1\r\n00:00:01,000 --> 00:00:02,000\r\nEén café\r\n".getBytes(Charset.forName("windows-1252"));
        upload("editor", null, said("captions", new String(file, StandardCharsets.UTF_8)))
                .then()
                .statusCode(422)
                .body("violations[0].detail", containsString("Op regel 3"))
                .body("violations[0].detail", containsString("Windows-1252"))
                .body("violations[0].detail", containsString("UTF-8"));
    }
}
