package nl.etalage.scheduling.publication;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import nl.etalage.conditionalupdate.MergePatch;
import nl.etalage.scheduling.Winkel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RefusedTransitionsTest {

    private static final String LATER = "2027-05-05T10:00";

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "approve,",
                "cancel,",
                "refresh,",
                "reject, `{\"reason\": \"Te laat\"}`",
                "retry, `{\"localTime\": \"2027-06-06T11:00\"}`",
                "resolve, `{\"outcome\": \"failed\"}`",
                "done, `{\"posted\": true}`"
            })
    void nothingIsDoneAnyMoreWithWhatWasCalledOff(String action, String body) {
        Winkel winkel = Winkel.open();
        String publication = calledOff(winkel);

        winkel.act("manager", publication, action, body)
                .then()
                .statusCode(409)
                .body("type", equalTo("https://etalage.nl/problems/transition-refused"));

        winkel.look(publication).body("state", equalTo("cancelled"));
    }

    @Test
    void whatWasCalledOffIsNotMoved() {
        Winkel winkel = Winkel.open();
        String publication = calledOff(winkel);
        String tag = winkel.look(publication).extract().header("ETag");

        Response moved = winkel.as("manager")
                .contentType(MergePatch.MEDIA_TYPE)
                .header("If-Match", tag)
                .body("{\"localTime\": \"2027-06-06T11:00\"}")
                .patch("/api/v1/publications/{id}", publication);

        moved.then().statusCode(409).body("type", equalTo("https://etalage.nl/problems/transition-refused"));
    }

    private static String calledOff(Winkel winkel) {
        String publication = winkel.plan(
                        "publisher", winkel.assisted(), winkel.adaptation("Tekst " + UUID.randomUUID()), LATER)
                .path("id");
        winkel.act("publisher", publication, "cancel", null).then().statusCode(200);
        return publication;
    }
}
