package nl.etalage.demodata;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DemoPlanTest {

    private static List<JsonNode> publications() {
        return Demo.publications();
    }

    @Test
    void theCampaignHoldsSixOfTheStories() {
        List<String> keys = Demo.texts(Demo.campaign().get("stories"));

        assertEquals("Koop een betere Wereld", Demo.campaign().get("name").asText());
        assertEquals(6, Set.copyOf(keys).size());
        keys.forEach(Demo::story);
    }

    @Test
    void everyTaskFallsWithinTheCampaign() {
        JsonNode campaign = Demo.campaign();

        assertTrue(campaign.get("startsInDays").asInt() <= 0, "it runs when someone looks");
        assertFalse(campaign.get("tasks").isEmpty());
        for (JsonNode task : campaign.get("tasks")) {
            int due = task.get("dueInDays").asInt();
            assertTrue(due > 0 && due <= campaign.get("endsInDays").asInt(), task::toString);
            assertFalse(task.get("title").asText().isBlank());
        }
    }

    @Test
    void everyPublisherHasAMastodonAndAnAssistedChannel() {
        Set<String> found = Demo.channels().stream()
                .map(channel ->
                        channel.get("shop").asText() + " " + channel.get("key").asText() + " "
                                + channel.get("platform").asText() + " "
                                + channel.get("token").asText())
                .collect(Collectors.toSet());
        Set<String> wanted = new HashSet<>();
        for (JsonNode shop : Demo.shops()) {
            String slug = shop.get("slug").asText();
            wanted.add(slug + " mastodon mastodon stand-in-" + slug);
            wanted.add(slug + " facebook assisted null");
        }

        assertEquals(wanted, found);
        assertEquals(wanted.size(), Demo.channels().size());
    }

    @Test
    void somethingGoesOutAtOnceAndEveryShopHasSomethingPlanned() {
        Set<String> planned = publications().stream()
                .filter(publication -> publication.has("inDays"))
                .map(publication -> publication.get("shop").asText())
                .collect(Collectors.toSet());

        assertTrue(publications().stream().filter(one -> one.has("inSeconds")).count() >= 5);
        assertEquals(
                Demo.shops().stream().map(shop -> shop.get("slug").asText()).collect(Collectors.toSet()), planned);
    }

    @Test
    void noChannelGetsTheSameStoryTwice() {
        Set<String> seen = new HashSet<>();
        for (JsonNode publication : publications()) {
            String where = publication.get("shop").asText() + " "
                    + publication.get("channel").asText() + " "
                    + publication.get("story").asText();
            assertTrue(seen.add(where), where);
        }
    }

    @ParameterizedTest
    @MethodSource("publications")
    void aPublicationIsPlannedByAMemberOfItsShopAtAReasonableHour(JsonNode publication) {
        Set<String> shopsOfPlanner = Demo.list(
                        Demo.person(publication.get("by").asText()).get("memberships"))
                .stream()
                .map(membership -> membership.get("at").asText())
                .collect(Collectors.toSet());

        assertTrue(shopsOfPlanner.contains(publication.get("shop").asText()), publication::toString);
        if (publication.has("inDays")) {
            LocalTime time = LocalTime.parse(publication.get("time").asText());
            assertTrue(publication.get("inDays").asInt() >= 2, "tomorrow may be over before someone looks");
            assertTrue(time.isAfter(LocalTime.of(7, 59)) && time.isBefore(LocalTime.of(21, 1)), publication::toString);
        } else {
            assertTrue(publication.get("inSeconds").asInt() >= 10, "the import needs time to plan them all");
        }
    }

    @ParameterizedTest
    @MethodSource("publications")
    void aPublicationMissesNoFieldInItsShopAndFits(JsonNode publication) {
        JsonNode story = Demo.story(publication.get("story").asText());
        JsonNode shop = Demo.shop(publication.get("shop").asText());
        boolean mastodon = publication.get("channel").asText().equals("mastodon");
        String source = publication.has("ownMastodonText")
                ? publication.get("ownMastodonText").asText()
                : Filled.sourceFor(story, mastodon ? "mastodon" : "assisted");

        String text = Filled.fill(source, Filled.fieldsOf(shop));

        assertAll(
                publication.toString(),
                () -> assertEquals(Set.of(), Filled.fieldsIn(text)),
                () -> assertTrue(!mastodon || Filled.length(text) <= Filled.MASTODON_LIMIT));
    }
}
