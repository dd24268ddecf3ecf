package nl.etalage.content.library;

import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.machine;
import static nl.etalage.content.Network.newShop;
import static nl.etalage.content.Network.released;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.rometools.modules.mediarss.MediaEntryModule;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Enclosure;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.WireFeedInput;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.etalage.content.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The library in the forms that feed readers know: Atom and RSS read by ROME, JSON Feed held to its published rules.
 */
@QuarkusTest
class FeedsTest {

    private static final Path KEPT = Path.of("target", "feeds");
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Pattern NEXT = Pattern.compile("<(\\?[^>]+)>; rel=\"next\"");

    /** A story for one shop only, with everything a feed can tell. */
    private static String fullStory(String group) {
        return released(
                """
                "title": "Koffie & <thee> uit \\"Huila\\"", "locale": "nl", "themes": ["koffie", "Thee"],
                "summary": "Van {{shop.name}}.", "body": "Bij **{{shop.name}}**.",
                "link": "https://voorbeeld.example/koffie?a=1&b=2", "products": [{"gtin": "9521234500315"}],
                "assets": ["%s"], "targetGroups": ["%s"], "credit": "\\"Mia\\" & co"
                """
                        .formatted(sharedPicture(), group));
    }

    /** A picture that others may share too. */
    private static String sharedPicture() {
        String picture = Network.picture();
        Network.patch(
                        Network.as("editor").get("/api/v1/assets/{id}", picture),
                        "editor",
                        "{\"licence\": \"CC-BY-SA-4.0\"}")
                .patch("/api/v1/assets/{id}", picture)
                .then()
                .statusCode(200);
        return picture;
    }

    private static Response feed(String shop, String form) {
        return machine(shop).get("/api/v1/library." + form + (form.contains("?") ? "&" : "?") + "shop=" + shop);
    }

    private static SyndFeed parsed(Response answer) {
        try {
            return new SyndFeedInput().build(new StringReader(answer.asString()));
        } catch (FeedException unfit) {
            throw new AssertionError(answer.asString(), unfit);
        }
    }

    private static void assertJsonFeed(Response answer) {
        try (InputStream schema = FeedsTest.class.getResourceAsStream("json-feed-1.1.schema.json")) {
            JsonSchema rules = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(schema);
            var broken = rules.validate(
                    new ObjectMapper().readTree(answer.asString()),
                    context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));
            assertEquals(Set.of(), broken, answer.asString());
            keepForTheTypesOfOthers(answer.asString());
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** What is ours in it begins with an underscore, as the rules ask. The contract tests hold the rest to types. */
    private static void keepForTheTypesOfOthers(String feed) throws IOException {
        JsonNode plain = new ObjectMapper().readTree(feed);
        plain.findParents("_etalage").forEach(member -> ((ObjectNode) member).remove("_etalage"));
        Files.createDirectories(KEPT);
        Files.writeString(KEPT.resolve("feed-" + NUMBER.incrementAndGet() + ".json"), plain.toString());
    }

    @Test
    void aJsonFeedKeepsThePublishedRulesAndTellsWhatIsInTheLibrary() {
        String group = "json-" + System.nanoTime();
        String shop = newShop(group);
        String story = fullStory(group);
        Response answer = feed(shop, "feed.json");
        answer.then()
                .statusCode(200)
                .contentType(startsWith("application/feed+json"))
                .body("title", is("Verhalen van Wereldwinkel " + shop))
                .body("home_page_url", is("https://" + shop + ".example"))
                .body("feed_url", is("http://localhost:8080/api/v1/library.feed.json?shop=" + shop))
                .body("items[0].id", is("urn:uuid:" + story))
                .body("items[0].title", is("Koffie & <thee> uit \"Huila\""))
                .body("items[0].content_html", is(htmlFor(shop)))
                .body("items[0].attachments[0]._etalage.credit", is("Foto: Fatima"))
                .body("items[0].attachments[0]._etalage.licence", is("CC-BY-SA-4.0"))
                .body("items[0].summary", is("Van Wereldwinkel " + shop + "."))
                .body("items[0].url", is("https://voorbeeld.example/koffie?a=1&b=2"))
                .body("items[0].tags", contains("Koffie", "Thee"))
                .body("items[0]._etalage.themes", contains("koffie", "thee"))
                .body("items[0].attachments[0].mime_type", is("image/jpeg"))
                .body("items[0].attachments[0].title", is("Een vrouw plukt rode koffiebessen"))
                .body("items[0].image", startsWith("http://localhost:8080/api/v1/media/"))
                .body("items[0]._etalage.products[0].gtin", is("9521234500315"))
                .body("items[0]._etalage.credits", contains("Foto: Fatima"));
        assertJsonFeed(answer);
    }

    @Test
    void anAtomFeedIsReadByRome() throws FeedException {
        String group = "atom-" + System.nanoTime();
        String shop = newShop(group);
        String story = fullStory(group);
        Response answer = feed(shop, "atom");
        answer.then().statusCode(200).contentType(startsWith("application/atom+xml"));
        com.rometools.rome.feed.atom.Feed feed =
                (com.rometools.rome.feed.atom.Feed) new WireFeedInput().build(new StringReader(answer.asString()));
        assertEquals("atom_1.0", feed.getFeedType());
        assertEquals("http://localhost:8080/api/v1/library.atom?shop=" + shop, feed.getId());
        assertEquals("Verhalen van Wereldwinkel " + shop, feed.getTitle());
        assertEquals("Wereldwinkel " + shop, feed.getAuthors().get(0).getName());
        Entry entry = feed.getEntries().get(0);
        assertEquals(feed.getUpdated(), entry.getUpdated());
        assertEquals("urn:uuid:" + story, entry.getId());
        assertEquals("Koffie & <thee> uit \"Huila\"", entry.getTitle());
        assertEquals("html", entry.getContents().get(0).getType());
        assertEquals(htmlFor(shop), entry.getContents().get(0).getValue());
        assertEquals("thee", entry.getCategories().get(1).getTerm());
        assertEquals("Thee", entry.getCategories().get(1).getLabel());
        assertEquals(
                "https://voorbeeld.example/koffie?a=1&b=2",
                entry.getAlternateLinks().get(0).getHref());
        Link picture = entry.getOtherLinks().get(0);
        assertEquals("enclosure", picture.getRel());
        assertEquals("image/jpeg", picture.getType());
        assertEquals("Een vrouw plukt rode koffiebessen", picture.getTitle());
        assertOwed((MediaEntryModule) entry.getModule(MediaEntryModule.URI));
        assertTrue(picture.getHref().startsWith("http://localhost:8080/api/v1/media/"), picture.getHref());
    }

    @Test
    void anRssFeedIsReadByRomeWithItsEnclosures() throws FeedException {
        String group = "rss-" + System.nanoTime();
        String shop = newShop(group);
        String story = fullStory(group);
        Response answer = feed(shop, "rss");
        answer.then().statusCode(200).contentType(startsWith("application/rss+xml"));
        Channel channel = (Channel) new WireFeedInput().build(new StringReader(answer.asString()));
        assertEquals("rss_2.0", channel.getFeedType());
        assertEquals("https://" + shop + ".example", channel.getLink());
        assertFalse(channel.getDescription().isBlank());
        Item item = channel.getItems().get(0);
        assertEquals("urn:uuid:" + story, item.getGuid().getValue());
        assertFalse(item.getGuid().isPermaLink());
        assertEquals("Koffie & <thee> uit \"Huila\"", item.getTitle());
        assertEquals("Van Wereldwinkel " + shop + ".", item.getDescription().getValue());
        assertEquals(htmlFor(shop), item.getContent().getValue());
        assertEquals("Koffie", item.getCategories().get(0).getValue());
        Enclosure enclosure = item.getEnclosures().get(0);
        assertEquals("image/jpeg", enclosure.getType());
        assertEquals(0, enclosure.getLength());
        MediaEntryModule media = (MediaEntryModule) item.getModule(MediaEntryModule.URI);
        assertEquals(
                "Een vrouw plukt rode koffiebessen",
                media.getMediaContents()[0].getMetadata().getDescription());
        assertOwed(media);
    }

    private static void assertOwed(MediaEntryModule media) {
        var picture = media.getMediaContents()[0].getMetadata();
        assertEquals("Foto: Fatima", picture.getCredits()[0].getName());
        assertEquals("CC-BY-SA-4.0", picture.getLicenses()[0].getValue());
        assertEquals(
                "https://spdx.org/licenses/CC-BY-SA-4.0.html",
                picture.getLicenses()[0].getHref().toString());
    }

    /** Whom a story and its pictures are owed to stands below the text, which is all that most readers show. */
    private static String htmlFor(String shop) {
        return "<p>Bij <strong>Wereldwinkel " + shop + "</strong>.</p>\n<p><small>Foto: Fatima"
                + " (<a href=\"https://spdx.org/licenses/CC-BY-SA-4.0.html\" rel=\"license\">CC-BY-SA-4.0</a>)"
                + " · Met dank aan &quot;Mia&quot; &amp; co</small></p>";
    }

    @Test
    void anEnclosureHasItsLengthOnceItsPictureWasSeen() throws FeedException {
        String group = "lengte-" + System.nanoTime();
        String shop = newShop(group);
        fullStory(group);
        String address = feed(shop, "feed.json").path("items[0].attachments[0].url");
        int bytes = Network.anonymous()
                .get(address.replaceFirst("^https?://[^/]+", ""))
                .then()
                .statusCode(200)
                .extract()
                .asByteArray()
                .length;
        Channel channel = (Channel)
                new WireFeedInput().build(new StringReader(feed(shop, "rss").asString()));
        assertEquals(bytes, channel.getItems().get(0).getEnclosures().get(0).getLength());
        feed(shop, "feed.json").then().body("items[0].attachments[0].size_in_bytes", is(bytes));
    }

    @Test
    void acceptChoosesTheSameFeedsAndJsonIsForWhoDoesNotSay() {
        String shop = newShop();
        String path = "/api/v1/library?shop=" + shop;
        for (String form : List.of("feed+json", "atom+xml", "rss+xml")) {
            String type = "application/" + form;
            machine(shop)
                    .accept("text/html;q=0.1, " + type + ";q=0.9")
                    .get(path)
                    .then()
                    .statusCode(200)
                    .contentType(startsWith(type))
                    .header("Vary", containsString("Accept"));
        }
        String browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
        for (String anything : List.of("*/*", "application/json, application/feed+json;q=0.5", browser)) {
            machine(shop).accept(anything).get(path).then().statusCode(200).contentType(startsWith("application/json"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"feed.json", "atom", "rss"})
    void aFeedTellsOnlyWhatTheLibraryOfTheShopTells(String form) {
        String group = "eigen-" + System.nanoTime();
        String shop = newShop(group);
        String other = newShop("anders");
        String word = "feedwoord" + System.nanoTime();
        String story = released("\"body\": \"%s.\", \"targetGroups\": [\"%s\"]".formatted(word, group));
        assertTrue(feed(shop, form + "?q=" + word).asString().contains("urn:uuid:" + story));
        assertFalse(feed(other, form + "?q=" + word).asString().contains(story));
        machine(other).get("/api/v1/library." + form + "?shop=" + shop).then().statusCode(404);
        Network.anonymous()
                .get("/api/v1/library." + form + "?shop=" + shop)
                .then()
                .statusCode(401);
        machine(shop)
                .get("/api/v1/library." + form + "?type=gedicht&shop=" + shop)
                .then()
                .statusCode(422)
                .body("violations[0].pointer", is("#type"));
        machine(shop).get("/api/v1/library." + form).then().statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"feed.json", "atom", "rss"})
    void whoHasTheNewestHearsSo(String form) {
        String shop = newShop();
        Response first = feed(shop, form);
        String tag = first.header("ETag");
        assertTrue(tag.startsWith("W/\""), tag);
        Response again = machine(shop).header("If-None-Match", tag).get("/api/v1/library." + form + "?shop=" + shop);
        again.then().statusCode(304).header("ETag", is(tag));
        assertEquals(0, again.asByteArray().length);
        released("\"body\": \"Nieuws.\"");
        machine(shop)
                .header("If-None-Match", tag)
                .get("/api/v1/library." + form + "?shop=" + shop)
                .then()
                .statusCode(200);
        assertFalse(tag.equals(feed(shop, form.equals("rss") ? "atom" : "rss").header("ETag")));
    }

    @ParameterizedTest
    @CsvSource({
        "feed.json, nl, '\"tags\":[\"Naam %s\"]'",
        "feed.json, en, '\"tags\":[\"Name %s\"]'",
        "atom, nl, '<category term=\"naam-%s\" label=\"Naam %s\">'",
        "atom, en, '<category term=\"naam-%s\" label=\"Name %s\">'",
        "rss, nl, '<category>Naam %s</category>'",
        "rss, en, '<category>Name %s</category>'"
    })
    void aThemeIsCalledByItsNameInTheLanguageOfTheShopAndANewNameIsANewFeed(
            String form, String language, String written) {
        Network.centralGroup();
        String word = Long.toString(System.nanoTime(), 36);
        String group = "thema-" + word;
        String shop = Network.newShopIn(language, group);
        Network.json("editor", "{\"name\": {\"nl\": \"Naam %1$s\", \"en\": \"Name %1$s\"}}".formatted(word))
                .post("/api/v1/themes")
                .then()
                .statusCode(201);
        released("\"locale\": \"%s\", \"body\": \"Tekst.\", \"themes\": [\"naam-%s\"], \"targetGroups\": [\"%s\"]"
                .formatted(language, word, group));
        Response before = feed(shop, form);
        assertTrue(before.asString().contains(written.replace("%s", word)), before.asString());
        Network.patch(
                        Network.as("editor").get("/api/v1/themes/naam-" + word),
                        "editor",
                        "{\"name\": {\"nl\": \"Nieuw %1$s\", \"en\": \"New %1$s\"}}".formatted(word))
                .patch("/api/v1/themes/naam-" + word)
                .then()
                .statusCode(200);
        Response after = machine(shop)
                .header("If-None-Match", before.header("ETag"))
                .get("/api/v1/library." + form + "?shop=" + shop);
        after.then().statusCode(200);
        String renamed = written.replace("Naam", "Nieuw").replace("Name", "New").replace("%s", word);
        assertTrue(after.asString().contains(renamed), after.asString());
        assertNotEquals(before.header("ETag"), after.header("ETag"));
    }

    @Test
    void aFeedIsReadToItsEndByFollowingLinks() {
        String group = "lang-" + System.nanoTime();
        String shop = newShop(group);
        List<String> stories = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            stories.add(
                    0,
                    "urn:uuid:"
                            + released("\"type\": \"tip\", \"body\": \"Tekst.\", \"targetGroups\": [\"%s\"]"
                                    .formatted(group)));
        }
        List<String> read = new ArrayList<>();
        String query = "?type=tip&limit=2&shop=" + shop;
        while (query != null) {
            Response page = machine(shop).get("/api/v1/library.atom" + query);
            parsed(page).getEntries().forEach(entry -> read.add(entry.getUri()));
            Matcher next = NEXT.matcher(String.valueOf(page.header("Link")));
            query = next.find() ? next.group(1) : null;
            String inside = parsed(page).getLinks().stream()
                    .filter(link -> "next".equals(link.getRel()))
                    .map(link -> link.getHref())
                    .findFirst()
                    .orElse(null);
            assertEquals(query == null ? null : "http://localhost:8080/api/v1/library.atom" + query, inside);
        }
        assertEquals(stories, read.stream().filter(stories::contains).toList());
        assertEquals(read.stream().distinct().toList(), read);
    }

    @Test
    void anyTextThatAStoryCanHoldMakesAFeedThatCanBeRead() {
        String group = "raar-" + System.nanoTime();
        String shop = newShop(group);
        released(
                """
                "title": "Bel\\u0007 ]]> \\ud83e\\udef6 \\u05e9\\u05dc\\u05d5\\u05dd e\\u0301 \\uffff",
                "summary": "\\u001b[31m <b>&amp;", "body": "\\u0008x ]]> <p>",
                "targetGroups": ["%s"]"""
                        .formatted(group));
        for (String form : List.of("atom", "rss")) {
            SyndEntry entry = parsed(feed(shop, form)).getEntries().get(0);
            assertEquals(
                    "Bel ]]> \ud83e\udef6 \u05e9\u05dc\u05d5\u05dd e\u0301",
                    entry.getTitle().strip());
        }
        assertJsonFeed(feed(shop, "feed.json"));
    }

    @Test
    void anEmptyLibraryIsAFeedToo() {
        String shop = newShop();
        String nothing = "?campaign=0193f0c1-2b3c-7d4e-8f90-a1b2c3d4e5f6";
        Response json = feed(shop, "feed.json" + nothing);
        json.then().body("items", is(List.of())).body("next_url", nullValue());
        assertJsonFeed(json);
        assertTrue(parsed(feed(shop, "rss" + nothing)).getEntries().isEmpty());
        SyndFeed atom = parsed(feed(shop, "atom" + nothing));
        assertTrue(atom.getEntries().isEmpty());
        assertNull(feed(shop, "atom" + nothing).header("Link"));
    }

    @Test
    void theEditorsSeeWhatAShopSees() {
        String shop = newShop();
        released("\"body\": \"Bij {{shop.name}}.\"");
        JsonPath feed = as("editor")
                .get("/api/v1/library.feed.json?shop={shop}", shop)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals("<p>Bij Wereldwinkel " + shop + ".</p>", feed.getString("items[0].content_html"));
    }
}
