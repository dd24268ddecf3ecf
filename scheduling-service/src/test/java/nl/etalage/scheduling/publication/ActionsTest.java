package nl.etalage.scheduling.publication;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import nl.etalage.scheduling.Adaptation;
import nl.etalage.scheduling.Neighbours;
import nl.etalage.scheduling.Winkel;
import nl.etalage.standin.fault.Fault;
import nl.etalage.standin.fault.FaultKind;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people do to a publication after it was planned. */
@QuarkusTest
class ActionsTest {

    private static final String SOON = "2027-05-05T10:00";

    private static String awaiting(Winkel winkel, Adaptation adaptation, String channel) {
        return winkel.plan("contributor", channel, adaptation, SOON)
                .then()
                .statusCode(201)
                .body("state", equalTo("awaiting-approval"))
                .extract()
                .path("id");
    }

    @Test
    void anApprovalBindsToTheSnapshot() {
        Winkel winkel = Winkel.open();
        String publication = awaiting(winkel, winkel.adaptation("Mag dit?"), winkel.mastodon());
        String hash = winkel.look(publication).extract().path("hash");

        Response approved = winkel.act("publisher", publication, "approve", null);

        approved.then()
                .statusCode(200)
                .body("state", equalTo("scheduled"))
                .body("approval.by", equalTo(winkel.member("publisher").toString()))
                .body("approval.hash", equalTo(hash));
    }

    @ParameterizedTest
    @CsvSource({"contributor, 403", "novice, 403", "webmaster, 403", "publisher, 200", "manager, 200"})
    void onlyWhoMayApproveDoes(String who, int status) {
        Winkel winkel = Winkel.open();
        String publication = awaiting(winkel, winkel.adaptation("Mag dit?"), winkel.mastodon());

        Response answer = winkel.act(who, publication, "approve", null);

        assertEquals(status, answer.statusCode());
        String expected = status == 200 ? "scheduled" : "awaiting-approval";
        winkel.look(publication).body("state", equalTo(expected));
    }

    @Test
    void aRejectionTellsThePlannerWhy() {
        Winkel winkel = Winkel.open();
        String publication = awaiting(winkel, winkel.adaptation("Niet zo"), winkel.mastodon());

        winkel.act("manager", publication, "reject", "{}")
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/reason"));
        winkel.act("manager", publication, "reject", "{\"reason\":\"De prijs klopt niet {0}.\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("cancelled"))
                .body("reason", equalTo("De prijs klopt niet {0}."));
    }

    @Test
    void afterTheAdaptationChangedItShowsOutdatedAndRefreshAsksForApprovalAgain() {
        Winkel winkel = Winkel.open();
        Adaptation adaptation = winkel.adaptation("Oude tekst");
        String publication = awaiting(winkel, adaptation, winkel.mastodon());
        winkel.act("manager", publication, "approve", null).then().statusCode(200);

        adaptation.changes(2);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> winkel.look(publication).extract().path("outdated"));
        winkel.look(publication).body("text", equalTo("Oude tekst")).body("state", equalTo("scheduled"));
        adaptation.renders(2, "Nieuwe tekst", "[]", "[]");
        Response refreshed = winkel.act("publisher", publication, "refresh", null);

        refreshed
                .then()
                .statusCode(200)
                .body("text", equalTo("Nieuwe tekst"))
                .body("outdated", equalTo(false))
                .body("approval", nullValue())
                .body("state", equalTo("awaiting-approval"));
    }

    @Test
    void aRefreshThatContentCannotAnswerChangesNothing() {
        Winkel winkel = Winkel.open();
        Adaptation adaptation = winkel.adaptation("Blijft staan");
        String publication = awaiting(winkel, adaptation, winkel.mastodon());
        Neighbours.content().answer("GET", "/api/v1/adaptations/" + adaptation.id() + "/rendering", 500, "{}");

        Response refused = winkel.act("contributor", publication, "refresh", null);

        refused.then().statusCode(503);
        winkel.look(publication).body("text", equalTo("Blijft staan")).body("version", equalTo(0));
    }

    @Test
    void aRefreshOfWordsThatAreGoneSaysSo() {
        Winkel winkel = Winkel.open();
        Adaptation adaptation = winkel.adaptation("Was er wel");
        String publication = awaiting(winkel, adaptation, winkel.mastodon());
        Neighbours.content().answer("GET", "/api/v1/adaptations/" + adaptation.id() + "/rendering", 404, "{}");

        winkel.act("contributor", publication, "refresh", null)
                .then()
                .statusCode(422)
                .body("type", equalTo("https://etalage.nl/problems/adaptation-not-found"));
        winkel.look(publication).body("text", equalTo("Was er wel"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"morgen", "2027-05-05T10:00:00+02:00", "2027-13-05T10:00"})
    void aTimeThatIsNoLocalTimeIsNoMomentToMoveTo(String time) {
        Winkel winkel = Winkel.open();
        String publication = awaiting(winkel, winkel.adaptation("Blijft"), winkel.mastodon());

        winkel.as("contributor")
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"0\"")
                .body("{\"localTime\":\"%s\"}".formatted(time))
                .patch("/api/v1/publications/{id}", publication)
                .then()
                .statusCode(422)
                .body("type", equalTo("https://etalage.nl/problems/local-time-invalid"));
    }

    @Test
    void aMovedPublicationKeepsItsApprovalAndGetsANewDeadline() {
        Winkel winkel = Winkel.open();
        String publication = awaiting(winkel, winkel.adaptation("Later"), winkel.mastodon());
        String tag = winkel.act("manager", publication, "approve", null).header("ETag");

        Response moved = winkel.as("contributor")
                .contentType("application/merge-patch+json")
                .header("If-Match", tag)
                .body("{\"localTime\":\"2027-10-31T02:30\"}")
                .patch("/api/v1/publications/{id}", publication);

        moved.then()
                .statusCode(200)
                .body("state", equalTo("scheduled"))
                .body("localTime", equalTo("2027-10-31T02:30"))
                .body("at", equalTo("2027-10-31T00:30:00Z"))
                .body("notAfter", equalTo("2027-10-31T03:30:00Z"))
                .body("notes.size()", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"localTime\":\"2027-03-28T02:30\"}",
                "{\"localTime\":null}",
                "{}",
                "[]",
                "{\"text\":\"anders\"}",
                "{\"localTime\":5}",
                "5"
            })
    void nothingElseCanBePatched(String patch) {
        Winkel winkel = Winkel.open();
        String publication = awaiting(winkel, winkel.adaptation("Vast"), winkel.mastodon());

        Response refused = winkel.as("manager")
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"0\"")
                .body(patch)
                .patch("/api/v1/publications/{id}", publication);

        assertEquals(422, refused.statusCode(), refused.asString());
        winkel.look(publication).body("version", equalTo(0));
    }

    @Test
    void anActionNeedsTheVersionItsDoerSaw() {
        Winkel winkel = Winkel.open();
        String publication = awaiting(winkel, winkel.adaptation("Versie"), winkel.mastodon());

        winkel.as("manager")
                .post("/api/v1/publications/{id}/approve", publication)
                .then()
                .statusCode(428);
        winkel.as("manager")
                .header("If-Match", "\"7\"")
                .post("/api/v1/publications/{id}/approve", publication)
                .then()
                .statusCode(412);
        winkel.look(publication).body("state", equalTo("awaiting-approval"));
    }

    @Test
    void whatIsCancelledStaysUnpublishedAndCannotBeApproved() {
        Winkel winkel = Winkel.open();
        String channel = winkel.mastodon();
        String publication = winkel.plan("publisher", channel, winkel.adaptation("Toch niet"), Winkel.in(3))
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        winkel.act("publisher", publication, "cancel", null)
                .then()
                .statusCode(200)
                .body("state", equalTo("cancelled"));
        winkel.act("manager", publication, "approve", null)
                .then()
                .statusCode(409)
                .body("type", equalTo("https://etalage.nl/problems/transition-refused"))
                .body("state", equalTo("cancelled"));
        String sentinel = winkel.plan("publisher", channel, winkel.adaptation("Deze wel"), Winkel.in(3))
                .then()
                .extract()
                .path("id");
        winkel.awaitState(sentinel, "published");
        assertEquals(1, Neighbours.platform().posts(winkel.account()).size());
    }

    @Test
    void aContributorTouchesOnlyTheirOwn() {
        Winkel winkel = Winkel.open();
        String publication = winkel.plan("publisher", winkel.mastodon(), winkel.adaptation("Van een ander"), SOON)
                .then()
                .extract()
                .path("id");

        Response refused = winkel.act("contributor", publication, "cancel", null);

        refused.then().statusCode(403);
        winkel.look(publication).body("state", equalTo("scheduled"));
    }

    @Test
    void whatFailedIsTriedAgainWithANewKey() {
        Winkel winkel = Winkel.open();
        String channel = winkel.mastodon();
        Neighbours.platform()
                .fault(Fault.of(FaultKind.TOKEN_REVOKED)
                        .on("POST /api/v1/statuses")
                        .forAccount(winkel.account())
                        .times(1));
        String publication = winkel.plan("publisher", channel, winkel.adaptation("Nog eens"), Winkel.in(2))
                .then()
                .extract()
                .path("id");
        winkel.awaitState(publication, "failed");

        winkel.act("publisher", publication, "retry", null)
                .then()
                .statusCode(200)
                .body("state", equalTo("scheduled"))
                .body("reason", nullValue());

        winkel.awaitState(publication, "published").body("attempts.size()", equalTo(2));
        assertEquals(
                2,
                Neighbours.platform().requests(winkel.account()).stream()
                        .filter(request -> request.path().equals("/api/v1/statuses"))
                        .map(request -> request.idempotencyKey())
                        .distinct()
                        .count());
    }

    @Test
    void aPublicationThatGoesOutNowCannotBeCancelled() {
        Winkel winkel = Winkel.open();
        String channel = winkel.mastodon();
        Neighbours.platform()
                .fault(Fault.of(FaultKind.SLOW)
                        .on("POST /api/v1/statuses")
                        .forAccount(winkel.account())
                        .times(1)
                        .delay(Duration.ofMillis(1500)));
        String publication = winkel.plan("publisher", channel, winkel.adaptation("Te laat"), Winkel.in(2))
                .then()
                .extract()
                .path("id");
        winkel.awaitState(publication, "publishing");

        Response refused = winkel.act("publisher", publication, "cancel", null);

        refused.then().statusCode(409);
        winkel.awaitState(publication, "published");
    }

    @Test
    void whatBecameOfAnUnknownOneIsForAPersonToSay() {
        Winkel winkel = Winkel.open();
        String channel = winkel.mastodon();
        Neighbours.platform().fault(Fault.of(FaultKind.TIME_OUT).forAccount(winkel.account()));
        String publication = winkel.plan("publisher", channel, winkel.adaptation("Onzeker"), Winkel.in(2))
                .then()
                .extract()
                .path("id");
        winkel.awaitState(publication, "unknown");

        winkel.act("contributor", publication, "resolve", "{\"outcome\":\"published\"}")
                .then()
                .statusCode(403);
        winkel.act(
                        "publisher",
                        publication,
                        "resolve",
                        "{\"outcome\":\"published\",\"permalink\":\"javascript:alert(1)\"}")
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/permalink"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(() -> winkel.act(
                                        "publisher",
                                        publication,
                                        "resolve",
                                        "{\"outcome\":\"published\",\"permalink\":\"https://mastodon.example/1\"}")
                                .statusCode()
                        == 200);

        winkel.look(publication)
                .body("state", equalTo("published"))
                .body("permalink", equalTo("https://mastodon.example/1"));
        Neighbours.platform().clearFaults();
    }

    @Test
    void aDoneThatIsNoneIsRefused() {
        Winkel winkel = Winkel.open();
        String publication = awaiting(winkel, winkel.adaptation("Wij doen dit"), winkel.mastodon());

        winkel.act("publisher", publication, "done", "{\"posted\":true}")
                .then()
                .statusCode(409)
                .body("type", equalTo("https://etalage.nl/problems/not-assisted"));
        winkel.act("publisher", publication, "done", "{}")
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/posted"));
    }

    @Test
    void everyStepIsAccountedForWithoutNames() {
        Winkel winkel = Winkel.open();
        String publication = awaiting(winkel, winkel.adaptation("Wie deed dit"), winkel.mastodon());
        winkel.act("manager", publication, "approve", null);

        Response audit = winkel.as("manager").get("/api/v1/audit/delivery?shop=" + winkel.slug());

        audit.then()
                .statusCode(200)
                .body("items[0].action", equalTo("publication.approved"))
                .body("items[0].member", equalTo(winkel.member("manager").toString()))
                .body("items[1].action", equalTo("publication.planned"))
                .body("items[0].outcome", equalTo("done"))
                .body("items[1].subject", equalTo("publication/" + publication));
        winkel.as("publisher")
                .get("/api/v1/audit/delivery?shop=" + winkel.slug())
                .then()
                .statusCode(403);
    }

    @Test
    void aShopWithoutPublicationsHasAnEmptyList() {
        Winkel winkel = Winkel.open();

        Response list = winkel.as("webmaster").get("/api/v1/publications?shop=" + winkel.slug());

        list.then().statusCode(200).body("items", empty());
    }
}
