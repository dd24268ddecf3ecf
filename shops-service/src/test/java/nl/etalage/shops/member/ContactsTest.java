package nl.etalage.shops.member;

import static nl.etalage.shops.Network.ADMIN;
import static nl.etalage.shops.Network.addMember;
import static nl.etalage.shops.Network.newShop;
import static nl.etalage.shops.Network.newSlug;
import static nl.etalage.shops.Network.patching;
import static nl.etalage.shops.Network.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContactsTest {

    @Test
    void managersAndPublishersOfTodayCanBeWrittenTo() {
        String slug = newShop();
        String former = addMember(slug, "vorige-" + slug, "publisher");
        patching(ADMIN, 0, "{\"from\": \"2020-01-01\", \"until\": \"2020-12-31\"}")
                .patch("/api/v1/shops/{slug}/members/{id}", slug, former);
        with(Tokens.service("scheduling-service"))
                .get("/internal/contacts?shop=" + slug)
                .then()
                .statusCode(200)
                .body("items.subject", contains(slug + "-manager", slug + "-publisher"))
                .body("items.role", contains("manager", "publisher"))
                .body("items[0].issuer", equalTo(Tokens.issuer()))
                .body("items[0].name", equalTo(slug + "-manager"))
                .body("items[0].email", equalTo(slug + "-manager@winkel.example"))
                .body("items[0].locale", equalTo("nl"));
    }

    @Test
    void withoutTheScopeNobodyGetsAnAddress() {
        String slug = newShop();
        with(Tokens.machine("content-service", "events:read"))
                .get("/internal/contacts?shop=" + slug)
                .then()
                .statusCode(403);
    }

    @Test
    void aShopThatDoesNotExistHasNoContacts() {
        for (String query : new String[] {"?shop=" + newSlug(), "", "?shop=", "?shop=a,b", "?shop=*"}) {
            with(Tokens.service("scheduling-service"))
                    .get("/internal/contacts" + query)
                    .then()
                    .statusCode(404);
        }
    }
}
