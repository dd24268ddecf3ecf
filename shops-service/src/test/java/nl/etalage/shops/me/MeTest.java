package nl.etalage.shops.me;

import static nl.etalage.shops.Network.ADMIN;
import static nl.etalage.shops.Network.addMember;
import static nl.etalage.shops.Network.as;
import static nl.etalage.shops.Network.bind;
import static nl.etalage.shops.Network.newShop;
import static nl.etalage.shops.Network.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import nl.etalage.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MeTest {

    @Test
    void aPersonSeesNameMailAndShops() {
        String slug = newShop();
        as(slug + "-publisher")
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("kind", equalTo("person"))
                .body("issuer", equalTo(Tokens.issuer()))
                .body("subject", equalTo(slug + "-publisher"))
                .body("clientId", nullValue())
                .body("name", equalTo(slug + "-publisher"))
                .body("email", equalTo(slug + "-publisher@etalage.example"))
                .body("central", nullValue())
                .body("scopes", empty())
                .body("shops.slug", contains(slug))
                .body("shops[0].name", equalTo("Wereldwinkel " + slug))
                .body("shops[0].role", equalTo("publisher"))
                .body("shops[0].trusted", equalTo(false))
                .body("shops[0].member", notNullValue());
    }

    @Test
    void onePersonServesTwoShops() {
        String first = newShop();
        String second = newShop();
        addMember(first, "tessa-" + first, "manager");
        addMember(second, "tessa-" + first, "contributor");
        as("tessa-" + first)
                .get("/api/v1/me")
                .then()
                .body("shops.slug", contains(first, second))
                .body("shops.role", contains("manager", "contributor"));
    }

    @Test
    void anAdminHasAPartInTheCentralGroup() {
        as(ADMIN)
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("central.role", equalTo("admin"))
                .body("shops", empty());
    }

    @Test
    void aStrangerIsKnownByTokenOnly() {
        as("stranger")
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("subject", equalTo("stranger"))
                .body("central", nullValue())
                .body("shops", empty());
    }

    @Test
    void aMachineSeesItsBindingAndWhatItMayDo() {
        String slug = newShop();
        String integration = bind(slug, "client-" + slug, "library:read", "assortment:write");
        with(Tokens.machine("client-" + slug, "library:read publications:write"))
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("kind", equalTo("machine"))
                .body("clientId", equalTo("client-" + slug))
                .body("shops.slug", contains(slug))
                .body("shops[0].integration", equalTo(integration))
                .body("shops[0].role", nullValue())
                .body("scopes", contains("library:read"));
    }

    @Test
    void anUnboundMachineMayDoNothing() {
        with(Tokens.machine("client-of-nobody", "library:read"))
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("shops", empty())
                .body("scopes", empty());
    }
}
