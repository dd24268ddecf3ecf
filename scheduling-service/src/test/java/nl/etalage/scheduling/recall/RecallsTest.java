package nl.etalage.scheduling.recall;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.etalage.scheduling.Adaptation;
import nl.etalage.scheduling.Neighbours;
import nl.etalage.scheduling.Winkel;
import nl.etalage.standin.fault.Fault;
import nl.etalage.standin.fault.FaultKind;
import nl.etalage.testing.Tokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A withdrawn story, from content-service's event to the list that proves what became of it. */
@QuarkusTest
class RecallsTest {

    @Test
    void whatWasPlannedIsRecalledAndWhatIsLiveIsListedAndTakenAway() {
        Winkel one = Winkel.open();
        Winkel two = Winkel.open();
        Adaptation ones = one.adaptation("Live bij een");
        Adaptation twos = new Adaptation(two.slug(), UUID.randomUUID(), ones.story()).renders("Gepland bij twee");
        String live = one.plan("publisher", one.mastodon(), ones, Winkel.in(2)).path("id");
        one.awaitState(live, "published");
        String planned =
                two.plan("publisher", two.mastodon(), twos, "2027-05-05T10:00").path("id");

        ones.withdrawn("mistake");

        two.awaitState(planned, "recalled").body("reason", notNullValue());
        one.awaitState(live, "removed").body("removal", equalTo("done"));
        assertEquals(0, Neighbours.platform().posts(one.account()).size());
        one.as("manager")
                .get("/api/v1/recalls?shop=" + one.slug())
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].story", equalTo(ones.story().toString()))
                .body("items[0].reason", equalTo("mistake"))
                .body("items[0].removed", equalTo(1))
                .body("items[0].stopped", equalTo(0))
                .body("items[0].publications.publication", contains(live))
                .body("items[0].publications[0].removal", equalTo("done"))
                .body("items[0].publications[0].live", equalTo(false));
    }

    @Test
    void theCentralGroupSeesEveryShopAndAShopOnlyItsOwn() {
        Winkel one = Winkel.open();
        Winkel two = Winkel.open();
        Winkel.tellMember(null, "recall-editor", "editor", false);
        Adaptation ones = one.adaptation("Een");
        Adaptation twos = new Adaptation(two.slug(), UUID.randomUUID(), ones.story()).renders("Twee");
        String first =
                one.plan("publisher", one.assisted(), ones, "2027-05-05T10:00").path("id");
        String second =
                two.plan("publisher", two.assisted(), twos, "2027-05-05T10:00").path("id");

        ones.withdrawn("safety");
        one.awaitState(first, "recalled");
        two.awaitState(second, "recalled");

        String query = "/api/v1/recalls?story=" + ones.story();
        Awaitility.await()
                .until(() ->
                        Winkel.with(Tokens.person("recall-editor")).get(query).statusCode() == 200);
        Winkel.with(Tokens.person("recall-editor"))
                .get(query)
                .then()
                .body("items[0].stopped", equalTo(2))
                .body("items[0].publications.publication", hasItems(first, second));
        one.as("publisher")
                .get(query)
                .then()
                .body("items[0].stopped", equalTo(1))
                .body("items[0].publications.publication", contains(first));
        Winkel.open().as("manager").get(query).then().statusCode(200).body("items", empty());
    }

    @Test
    void aShopToTryThingsWithIsListedAndInNoFigureButItsOwn() {
        Winkel real = Winkel.open();
        Winkel trying = Winkel.openSandbox();
        Winkel.tellMember(null, "recall-coach", "coach", false);
        Adaptation reals = real.adaptation("Echt");
        Adaptation tried = new Adaptation(trying.slug(), UUID.randomUUID(), reals.story()).renders("Om te proberen");
        String first = real.plan("publisher", real.assisted(), reals, "2027-05-05T10:00")
                .path("id");
        String second = trying.plan("publisher", trying.assisted(), tried, "2027-05-05T10:00")
                .path("id");

        reals.withdrawn("mistake");
        real.awaitState(first, "recalled");
        trying.awaitState(second, "recalled");

        String query = "/api/v1/recalls?story=" + reals.story();
        Awaitility.await()
                .until(() ->
                        Winkel.with(Tokens.person("recall-coach")).get(query).statusCode() == 200);
        Winkel.with(Tokens.person("recall-coach"))
                .get(query)
                .then()
                .body("items[0].stopped", equalTo(1))
                .body("items[0].publications.publication", hasItems(first, second))
                .body("items[0].publications.find { it.shop == '" + trying.slug() + "' }.sandbox", equalTo(true))
                .body("items[0].publications.find { it.shop == '" + real.slug() + "' }.sandbox", equalTo(false));
        trying.as("manager")
                .get(query + "&shop=" + trying.slug())
                .then()
                .body("items[0].stopped", equalTo(1))
                .body("items[0].publications.publication", contains(second));
    }

    @Test
    void recallsOfAPictureAreListedPerStoryWithWhatBecameOfThem() {
        Winkel one = Winkel.open();
        Winkel two = Winkel.open();
        Winkel.tellMember(null, "picture-editor", "editor", false);
        Adaptation ones = one.adaptation("Een").renders("Met foto bij een", "Fatima lacht");
        Adaptation other = one.adaptation("Ander verhaal").renders("Zonder die foto");
        Response made = one.plan("publisher", one.assisted(), ones, "2027-05-05T10:00");
        String picture = made.path("assets[0].id");
        String planned = made.path("id");
        String beside =
                one.plan("publisher", one.assisted(), other, "2027-05-05T10:00").path("id");
        two.plan("publisher", two.assisted(), two.adaptation("Iets van twee"), "2027-05-05T10:00");

        Adaptation.pictureEnds(picture, "consent-withdrawn");
        one.awaitState(planned, "recalled");

        String query = "/api/v1/recalls?story=" + ones.story();
        Awaitility.await()
                .until(() ->
                        Winkel.with(Tokens.person("picture-editor")).get(query).statusCode() == 200);
        for (Response answer : List.of(
                Winkel.with(Tokens.person("picture-editor")).get(query),
                one.as("manager").get("/api/v1/recalls?shop=" + one.slug()))) {
            answer.then()
                    .statusCode(200)
                    .body("items", hasSize(1))
                    .body("items[0].story", equalTo(ones.story().toString()))
                    .body("items[0].picture", equalTo(picture))
                    .body("items[0].reason", equalTo("consent-withdrawn"))
                    .body("items[0].revision", equalTo(1))
                    .body("items[0].liftedAt", nullValue())
                    .body("items[0].stopped", equalTo(1))
                    .body("items[0].live", equalTo(0))
                    .body("items[0].publications.publication", contains(planned));
        }
        two.as("manager").get(query).then().statusCode(200).body("items", empty());
        one.look(beside).body("state", equalTo("scheduled"));

        ones.withdrawn("mistake");
        Awaitility.await()
                .until(() ->
                        one.as("manager").get(query).jsonPath().getList("items").size() == 2);
        Response first = one.as("manager").get(query + "&limit=1");
        Response second = one.as("manager")
                .queryParam("pageToken", first.<String>path("nextPageToken"))
                .get(query + "&limit=1");
        second.then().statusCode(200).body("items", hasSize(1)).body("nextPageToken", nullValue());
        Set<String> listed = new HashSet<>();
        listed.add(first.path("items[0].picture"));
        listed.add(second.path("items[0].picture"));
        assertEquals(new HashSet<>(Arrays.asList(picture, null)), listed);

        Adaptation.pictureReturns(picture);
        Awaitility.await()
                .until(() -> one.as("manager").get(query).path("items.find { it.picture != null }.liftedAt") != null);
    }

    @Test
    void aCriticalCorrectionTakesThePictureItDroppedOutOfWhatWasMadeBeforeAndALesserOneDoesNot() {
        Winkel winkel = Winkel.open();
        Adaptation critical = winkel.adaptation("Fout").renders("Met de verkeerde foto", "Iemand anders");
        Adaptation major = winkel.adaptation("Anders").renders("Met een oudere foto", "De oude gevel");
        Response wrong = winkel.plan("publisher", winkel.assisted(), critical, "2027-05-05T10:00");
        Response old = winkel.plan("publisher", winkel.assisted(), major, "2027-05-05T10:00");

        major.corrected("major", old.path("assets[0].id"));
        critical.corrected("critical", wrong.path("assets[0].id"));

        winkel.awaitState(wrong.path("id"), "recalled")
                .body(
                        "reason",
                        equalTo("De redactie heeft een foto uit dit bericht gehaald, omdat die er niet in hoort."));
        winkel.look(old.path("id")).body("state", equalTo("scheduled")).body("outdated", equalTo(true));
        winkel.as("manager")
                .get("/api/v1/recalls?shop=" + winkel.slug())
                .then()
                .body("items", hasSize(1))
                .body("items[0].story", equalTo(critical.story().toString()))
                .body("items[0].picture", equalTo(wrong.<String>path("assets[0].id")))
                .body("items[0].reason", equalTo("mistake"))
                .body("items[0].stopped", equalTo(1));
        winkel.as("manager")
                .get("/api/v1/notices?shop=" + winkel.slug())
                .then()
                .body("items", hasSize(1))
                .body("items[0].text", containsString("De redactie heeft een foto uit jullie bericht"));
        winkel.plan("publisher", winkel.assisted(), critical, "2027-05-06T10:00")
                .then()
                .statusCode(409)
                .body("type", equalTo("https://etalage.nl/problems/picture-ended"));
    }

    @Test
    void aRecalledStoryCannotBePlannedAnyMore() {
        Winkel winkel = Winkel.open();
        String channel = winkel.mastodon();
        Adaptation adaptation = winkel.adaptation("Niet meer");
        adaptation.withdrawn("consent-withdrawn");

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> winkel.plan("publisher", channel, adaptation, "2027-05-05T10:00")
                                .statusCode()
                        == 409);
        Response refused = winkel.plan("publisher", channel, adaptation, "2027-05-05T10:00");

        refused.then().body("type", equalTo("https://etalage.nl/problems/story-recalled"));
    }

    @Test
    void whatFailedIsNotTriedAgainOnceItsStoryIsTakenBack() {
        Winkel winkel = Winkel.open();
        String channel = winkel.mastodon();
        Neighbours.platform()
                .fault(Fault.of(FaultKind.TOKEN_REVOKED)
                        .on("POST /api/v1/statuses")
                        .forAccount(winkel.account())
                        .times(1));
        Adaptation adaptation = winkel.adaptation("Niet gelukt");
        String publication =
                winkel.plan("publisher", channel, adaptation, Winkel.in(2)).path("id");
        String planned = winkel.plan("publisher", winkel.assisted(), adaptation, "2027-05-05T10:00")
                .path("id");
        winkel.awaitState(publication, "failed");
        adaptation.withdrawn("mistake");
        winkel.awaitState(planned, "recalled");

        winkel.act("publisher", publication, "retry", null)
                .then()
                .statusCode(409)
                .body("type", equalTo("https://etalage.nl/problems/story-recalled"));
        winkel.look(publication).body("state", equalTo("failed"));
    }

    @Test
    void aRecallOfAnAssistedPostIsDoneWhenAPersonSaysSo() {
        Winkel winkel = Winkel.open();
        Adaptation adaptation = winkel.adaptation("Met de hand");
        String publication = winkel.plan("publisher", winkel.assisted(), adaptation, Winkel.in(2))
                .path("id");
        winkel.awaitState(publication, "publishing");
        winkel.act("publisher", publication, "done", "{\"posted\":true,\"permalink\":\"https://facebook.example/1\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("published"))
                .body("permalink", equalTo("https://facebook.example/1"));

        adaptation.withdrawn("licence-ended");
        winkel.awaitState(publication, "removing").body("removal", equalTo("requested"));
        winkel.as("manager")
                .get("/api/v1/notices?shop=" + winkel.slug())
                .then()
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("task"))
                .body("items[0].publication", equalTo(publication));

        winkel.act("contributor", publication, "done", "{\"posted\":false}")
                .then()
                .statusCode(200)
                .body("state", equalTo("removed"))
                .body("removal", equalTo("done"));
        winkel.as("manager")
                .get("/api/v1/notices?shop=" + winkel.slug())
                .then()
                .body("items[0].closedAt", notNullValue());
    }
}
