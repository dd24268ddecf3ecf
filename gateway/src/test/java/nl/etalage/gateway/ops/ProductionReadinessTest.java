package nl.etalage.gateway.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.etalage.gateway.GatewaySettings;
import nl.etalage.testing.FakeNeighbour;
import org.junit.jupiter.api.Test;

/** A production start with anything of the demo is refused, and says what to change. */
class ProductionReadinessTest {

    private static GatewaySettings settings(Map<String, String> other) {
        Map<String, String> all = new HashMap<>(Map.of(
                "etalage.issuer", "https://login.example/realms/etalage",
                "etalage.public-url", "https://etalage.example",
                "etalage.shops-url", "http://shops:8081",
                "etalage.content-url", "http://content:8082",
                "etalage.scheduling-url", "http://scheduling:8083",
                "etalage.session-secret", "k3v9-Xr72-mQp0-Zt5b-Hn8c-Wy1d-Lf6g",
                "etalage.console-client.secret", "Pq4-Vs9-Tz1",
                "etalage.service-client.secret", "Hw7-Kd2-Nb5"));
        all.putAll(other);
        return new SmallRyeConfigBuilder()
                .withDefaultValues(all)
                .addDiscoveredConverters()
                .withMapping(GatewaySettings.class)
                .build()
                .getConfigMapping(GatewaySettings.class);
    }

    @Test
    void aGoodStartIsRefusedNothing() {
        assertEquals(List.of(), ProductionReadiness.refusals(settings(Map.of())));
    }

    @Test
    void eachThingOfTheDemoIsNamed() {
        List<String> refusals = ProductionReadiness.refusals(settings(Map.of(
                "etalage.session-secret", "demo-session-secret-of-more-than-32-characters",
                "etalage.console-client.secret", "console-demo",
                "etalage.service-client.secret", "gateway-demo",
                "etalage.public-url", "http://etalage.example",
                "etalage.issuer", "http://login.example/realms/etalage")));

        assertEquals(5, refusals.size(), refusals.toString());
        assertTrue(refusals.get(0).startsWith("etalage.session-secret"), refusals.toString());
        assertTrue(refusals.get(1).startsWith("etalage.console-client.secret"), refusals.toString());
        assertTrue(refusals.get(2).startsWith("etalage.service-client.secret"), refusals.toString());
        assertTrue(refusals.get(3).startsWith("etalage.public-url"), refusals.toString());
        assertTrue(refusals.get(4).startsWith("etalage.issuer"), refusals.toString());
    }

    @Test
    void aShortSecretIsRefused() {
        List<String> refusals = ProductionReadiness.refusals(settings(Map.of("etalage.session-secret", "short")));

        assertEquals(List.of("etalage.session-secret has fewer than 32 characters"), refusals);
    }

    @Test
    void anIssuerThatStillKnowsTheDemoIsFoundOut() {
        try (FakeNeighbour issuer = FakeNeighbour.start()) {
            discoverable(issuer);
            issuer.answer("POST", "/token", 200, "{\"access_token\": \"x\"}");

            DemoAtIssuer found = DemoAtIssuer.ask(issuer.url());

            assertTrue(found.reached());
            assertEquals(3, found.accepted().size());
            assertTrue(
                    found.accepted().toString().contains("etalage-integrations"),
                    found.accepted().toString());
            assertTrue(
                    found.accepted().toString().contains("etalage-cli"),
                    found.accepted().toString());
            assertTrue(
                    found.accepted().toString().contains("webshop-zeist"),
                    found.accepted().toString());
        }
    }

    @Test
    void anIssuerWithoutTheDemoIsFine() {
        try (FakeNeighbour issuer = FakeNeighbour.start()) {
            discoverable(issuer);
            issuer.answer("POST", "/token", 401, "{\"error\": \"invalid_client\"}");

            DemoAtIssuer found = DemoAtIssuer.ask(issuer.url());

            assertTrue(found.reached());
            assertEquals(List.of(), found.accepted());
        }
    }

    @Test
    void anIssuerThatIsAwayIsSaidNotToBeReached() {
        URI away;
        try (FakeNeighbour issuer = FakeNeighbour.start()) {
            away = issuer.url();
        }

        assertFalse(DemoAtIssuer.ask(away).reached());
    }

    private static void discoverable(FakeNeighbour issuer) {
        issuer.answer(
                "GET",
                "/.well-known/openid-configuration",
                200,
                "{\"token_endpoint\": \"" + issuer.url() + "/token\"}");
    }
}
