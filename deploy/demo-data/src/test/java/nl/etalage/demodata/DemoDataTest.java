package nl.etalage.demodata;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.etalage.demodata.api.Failure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DemoDataTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final int PICTURES = Demo.namesIn("pictures").size();

    private final FakeEtalage etalage = new FakeEtalage();
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @AfterEach
    void stop() {
        etalage.close();
    }

    @Test
    void everythingOfTheDemoIsThereAfterwards() {
        bring(LONG);

        Map<String, Integer> counts = counts();
        assertAll(
                () -> assertEquals(5, counts.get("groups")),
                () -> assertEquals(13, counts.get("shops")),
                () -> assertEquals(5, counts.get("central/members")),
                () -> assertEquals(13, counts.get("integrations")),
                () -> assertEquals(26, counts.get("channels")),
                () -> assertEquals(20, counts.get("stories")),
                () -> assertEquals(PICTURES, counts.get("assets")),
                () -> assertEquals(1, counts.get("campaigns")),
                () -> assertEquals(Demo.publications().size(), counts.get("publications")));
    }

    @Test
    void aShopHasTheTeamThatTheDemoDescribes() {
        bring(LONG);

        Map<String, String> roles = etalage.all("shops/zwolle/members").stream()
                .collect(Collectors.toMap(
                        member -> member.get("email").asText(),
                        member -> member.get("role").asText() + " "
                                + member.get("trusted").asBoolean()));
        assertEquals(
                Map.of(
                        "zwolle-manager@etalage.example", "manager true",
                        "zwolle-publisher@etalage.example", "publisher true",
                        "zwolle-contributor@etalage.example", "contributor false",
                        "marijke@etalage.example", "publisher true"),
                roles);
    }

    @Test
    void everyStoryIsReleasedInTheOrderOfTheDemoAndNeverByItsAuthor() {
        bring(LONG);

        List<FakeEtalage.Seen> releases = etalage.seen(call -> call.path().endsWith("/release"));
        Map<String, String> titles = etalage.all("stories").stream()
                .collect(Collectors.toMap(story -> story.get("id").asText(), story -> story.get("title")
                        .asText()));
        assertEquals(
                Demo.stories().stream()
                        .map(story -> story.get("title").asText())
                        .toList(),
                releases.stream()
                        .map(call -> titles.get(call.path().replaceAll(".*/([^/]*)/release", "$1")))
                        .toList());
        assertEquals(
                Set.of("editor2"), releases.stream().map(FakeEtalage.Seen::who).collect(Collectors.toSet()));
        assertEquals(
                Set.of("editor"),
                etalage
                        .seen(call -> call.path().equals("/api/v1/stories")
                                && call.method().equals("POST"))
                        .stream()
                        .map(FakeEtalage.Seen::who)
                        .collect(Collectors.toSet()));
    }

    @Test
    void everyMastodonChannelWorksAndNoCredentialGoesToAnotherPlatform() {
        bring(LONG);

        assertEquals(26, etalage.all("channels").size());
        for (JsonNode channel : etalage.all("channels")) {
            boolean mastodon = channel.get("platform").asText().equals("mastodon");
            assertEquals(mastodon ? "healthy" : "new", channel.get("state").asText());
            assertEquals(
                    mastodon ? "stand-in-" + channel.get("shop").asText() : "",
                    channel.at("/credentials/accessToken").asText());
        }
    }

    @Test
    void aPublicationInOwnWordsHasThemInItsAdaptation() {
        bring(LONG);

        JsonNode wanted = Demo.publications().stream()
                .filter(publication -> publication.has("ownMastodonText"))
                .findFirst()
                .orElseThrow();
        assertTrue(etalage.all("adaptations").stream()
                .anyMatch(adaptation -> adaptation.get("shop").equals(wanted.get("shop"))
                        && adaptation.at("/overrides/channelTexts/mastodon").equals(wanted.get("ownMastodonText"))));
    }

    @Test
    void aSecondRunAddsNothing() {
        bring(LONG);
        Map<String, Integer> before = counts();
        int writes = writes();

        bring(LONG);

        assertEquals(before, counts());
        assertEquals(writes, writes());
    }

    @Test
    void aRunCutShortIsFinishedByTheNext() {
        etalage.refuse(call -> call.path().endsWith("/verify") && call.who().equals("leiden-manager"), 500, 1);
        etalage.refuse(call -> call.path().endsWith("/submit"), 500, 1);
        etalage.refuse(
                call -> call.path().equals("/api/v1/publications")
                        && call.method().equals("POST"),
                500,
                1);
        assertThrows(Failure.class, () -> bring(LONG));
        assertThrows(Failure.class, () -> bring(LONG));
        assertThrows(Failure.class, () -> bring(LONG));

        bring(LONG);

        Map<String, Integer> counts = counts();
        assertAll(
                () -> assertEquals(26, counts.get("channels")),
                () -> assertEquals(PICTURES, counts.get("assets")),
                () -> assertEquals(20, counts.get("stories")),
                () -> assertEquals(Demo.publications().size(), counts.get("publications")));
        etalage.all("stories")
                .forEach(story -> assertEquals("released", story.get("state").asText()));
    }

    @Test
    void aMembershipThatHasNotArrivedYetIsWaitedForWithTheSameRequest() {
        etalage.refuse(
                call -> call.path().equals("/api/v1/assets") && call.method().equals("POST"), 403, 3);
        etalage.refuse(call -> call.path().startsWith("/api/v1/channels"), 404, 3);

        bring(LONG);

        Map<String, Long> perKey =
                etalage
                        .seen(call -> call.path().equals("/api/v1/assets")
                                && call.method().equals("POST"))
                        .stream()
                        .collect(Collectors.groupingBy(FakeEtalage.Seen::key, Collectors.counting()));
        assertEquals(PICTURES, perKey.size());
        assertEquals(
                PICTURES + 3,
                perKey.values().stream().mapToLong(Long::longValue).sum());
        assertEquals(PICTURES, etalage.all("assets").size());
    }

    @Test
    void whatStaysRefusedIsToldInOneSentence() {
        etalage.refuse(
                call -> call.path().equals("/api/v1/campaigns") && call.method().equals("POST"), 422, 1000);

        Failure failure = assertThrows(Failure.class, () -> bring(Duration.ofMillis(500)));

        assertEquals("POST /api/v1/campaigns by editor was answered with 422: Dat gaat nu niet.", failure.getMessage());
    }

    @Test
    void theFirstAdminGetsTheNameAndAddressOfTheDemo() {
        JsonNode ruth = Demo.person("admin");
        ObjectNode admin = JsonNodeFactory.instance.objectNode();
        admin.set("subject", ruth.get("subject"));
        etalage.add(
                "central/members",
                admin.put("id", "first").put("name", "Admin").put("version", 4).putNull("email"));

        bring(LONG);

        assertEquals(5, etalage.all("central/members").size());
        JsonNode now = etalage.all("central/members").get(0);
        assertEquals(ruth.get("name"), now.get("name"));
        assertEquals(ruth.get("email"), now.get("email"));
    }

    @Test
    void aTokenThatIsAboutToEndIsReplaced() {
        etalage.tokensLive(30);

        bring(LONG);

        long signIns =
                etalage.seen(call -> call.body().contains("username=editor2")).size();
        assertTrue(signIns >= 20, "one for each release, and not one for all: " + signIns);
    }

    @Test
    void oneLineTellsOfEachKindOfThing() {
        bring(LONG);

        List<String> lines = shown.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(8, lines.size());
        assertTrue(lines.contains("20 stories, new 20"), lines::toString);
        assertFalse(lines.stream().anyMatch(String::isBlank));
    }

    private void bring(Duration patience) {
        PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);
        new DemoData(etalage.settings(), Clock.systemUTC(), out).run(patience);
    }

    private Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        for (String collection : List.of(
                "groups",
                "shops",
                "central/members",
                "channels",
                "stories",
                "assets",
                "campaigns",
                "adaptations",
                "publications")) {
            counts.put(collection, etalage.all(collection).size());
        }
        for (String perShop : List.of("members", "integrations")) {
            counts.put(
                    perShop,
                    Demo.shops().stream()
                            .mapToInt(shop -> etalage.all(
                                            "shops/" + shop.get("slug").asText() + "/" + perShop)
                                    .size())
                            .sum());
        }
        return counts;
    }

    private int writes() {
        return etalage.seen(call -> !call.method().equals("GET") && !call.path().startsWith("/realms/"))
                .size();
    }
}
