package nl.etalage.local.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RealmFileTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SHOPS = List.of(
            "zeist",
            "utrecht",
            "groningen",
            "zwolle",
            "deventer",
            "nijmegen",
            "arnhem",
            "breda",
            "middelburg",
            "haarlem",
            "leiden",
            "maastricht",
            "landelijk");

    private String productionText;
    private JsonNode production;
    private JsonNode demo;

    @BeforeEach
    void read() throws IOException {
        productionText = RealmFile.forProduction().text();
        production = JSON.readTree(productionText);
        demo = JSON.readTree(RealmFile.forDemo().text());
    }

    @Test
    void noDemoPersonOrClientIsInTheRealmForProduction() {
        assertEquals(
                List.of("service-account-etalage-integrations"),
                StreamSupport.stream(production.get("users").spliterator(), false)
                        .map(user -> user.get("username").asText())
                        .toList());
        assertEquals(
                List.of("etalage-console", "content-service", "scheduling-service", "gateway", "etalage-integrations"),
                ours(production).map(client -> client.get("clientId").asText()).toList());
        assertFalse(productionText.contains("demo"), "nothing of the demo");
        assertFalse(productionText.contains("etalage.example"), "no address of the demo");
    }

    @Test
    void everySecretForProductionIsLeftToWhoRunsIt() {
        List<String> secrets = Stream.concat(
                        ours(production).map(client -> client.get("secret").asText()),
                        Stream.of(production.get("smtpServer").get("password").asText()))
                .toList();

        assertEquals(
                List.of(
                        "${ETALAGE_CONSOLE_SECRET}",
                        "${ETALAGE_CONTENT_SERVICE_SECRET}",
                        "${ETALAGE_SCHEDULING_SERVICE_SECRET}",
                        "${ETALAGE_GATEWAY_SECRET}",
                        "${ETALAGE_INTEGRATIONS_SECRET}",
                        "${ETALAGE_SMTP_PASSWORD:}"),
                secrets);
    }

    @Test
    void nobodyInProductionGetsATokenForAPassword() {
        assertTrue(clients(production)
                .noneMatch(client -> client.path("directAccessGrantsEnabled").asBoolean()));
        assertTrue(clients(production)
                .noneMatch(client -> client.path("implicitFlowEnabled").asBoolean()));
    }

    @Test
    void everyTokenIsForTheApiAndLivesFiveMinutes() {
        JsonNode audience = scope("etalage-api").get("protocolMappers").get(0);

        assertEquals("oidc-audience-mapper", audience.get("protocolMapper").asText());
        assertEquals(
                "etalage-api", audience.at("/config/included.custom.audience").asText());
        assertEquals(300, production.get("accessTokenLifespan").asInt());
        assertTrue(ours(demo)
                .filter(client -> !client.get("clientId").asText().equals("etalage-integrations"))
                .allMatch(client -> words(client.get("defaultClientScopes")).contains("etalage-api")));
    }

    @Test
    void whoMakesClientsMayDoThatAndNothingElse() {
        JsonNode maker = clients(production)
                .filter(client -> client.get("clientId").asText().equals("etalage-integrations"))
                .findFirst()
                .orElseThrow();
        JsonNode account = production.get("users").get(0);

        assertEquals(
                "{\"realm-management\":[\"manage-clients\"]}",
                account.get("clientRoles").toString());
        assertFalse(account.has("realmRoles"));
        assertFalse(words(maker.get("defaultClientScopes")).contains("etalage-api"), "no key to our own API");
        assertFalse(maker.get("standardFlowEnabled").asBoolean());
    }

    @Test
    void aSessionThatEndsAtTheProviderEndsAtTheGateway() {
        JsonNode console = clients(production).findFirst().orElseThrow();

        assertEquals(
                "${ETALAGE_PUBLIC_URL}/back-channel-logout",
                console.at("/attributes/backchannel.logout.url").asText());
        assertEquals(
                "true",
                console.at("/attributes/backchannel.logout.session.required").asText());
        assertFalse(production.get("revokeRefreshToken").asBoolean(), "parallel requests refresh with the same token");
    }

    @Test
    void guessingIsSlowedDownAndPasskeysAreOfferedInDutchAndEnglish() {
        assertTrue(production.get("bruteForceProtected").asBoolean());
        assertTrue(production.get("failureFactor").asInt() <= 10);
        assertTrue(production.get("webAuthnPolicyPasswordlessPasskeysEnabled").asBoolean());
        assertEquals(
                "required",
                production
                        .get("webAuthnPolicyPasswordlessUserVerificationRequirement")
                        .asText());
        assertEquals(List.of("nl", "en"), words(production.get("supportedLocales")));
        assertEquals("nl", production.get("defaultLocale").asText());
    }

    @Test
    void aTokenTellsWhoseItIs() {
        assertTrue(ours(demo)
                .allMatch(client -> words(client.get("defaultClientScopes")).contains("basic")));
        assertTrue(ours(demo)
                .filter(client -> client.get("serviceAccountsEnabled").asBoolean())
                .allMatch(client -> words(client.get("defaultClientScopes")).contains("service_account")));
        assertTrue(ours(demo)
                .filter(client -> !client.get("serviceAccountsEnabled").asBoolean())
                .allMatch(client -> words(client.get("defaultClientScopes")).containsAll(List.of("profile", "email"))));
    }

    @Test
    void onlyServicesMayFollowFeedsAndAskForAddresses() {
        for (String scope : List.of("events:read", "contacts:read")) {
            assertEquals(
                    Set.of("content-service", "scheduling-service"),
                    clients(demo)
                            .filter(client ->
                                    words(client.path("defaultClientScopes")).contains(scope)
                                            || words(client.path("optionalClientScopes"))
                                                    .contains(scope))
                            .map(client -> client.get("clientId").asText())
                            .collect(Collectors.toSet()));
        }
    }

    @Test
    void everyScopeThatAClientNamesExists() {
        Set<String> scopes = StreamSupport.stream(demo.get("clientScopes").spliterator(), false)
                .map(scope -> scope.get("name").asText())
                .collect(Collectors.toSet());

        assertEquals(
                Set.of(),
                clients(demo)
                        .flatMap(client -> Stream.of("defaultClientScopes", "optionalClientScopes")
                                .flatMap(kind -> words(client.path(kind)).stream()))
                        .filter(name -> !scopes.contains(name))
                        .collect(Collectors.toSet()));
        assertTrue(scopes.containsAll(words(production.get("defaultDefaultClientScopes"))));
        assertTrue(scopes.containsAll(words(production.get("defaultOptionalClientScopes"))));
    }

    @Test
    void thePeopleOfTheDemoHaveTheIdsThatAreDocumented() {
        Set<String> expected = new HashSet<>();
        List<String> central = List.of("admin", "editor", "editor2", "editor3", "coach", "marijke");
        for (int person = 1; person <= central.size(); person++) {
            expected.add(central.get(person - 1) + " 00000000-0000-4000-8000-%012d".formatted(person));
        }
        List<String> roles = List.of("manager", "publisher", "contributor");
        for (int shop = 1; shop <= SHOPS.size(); shop++) {
            for (int role = 1; role <= roles.size(); role++) {
                expected.add("%s-%s 00000000-0000-4000-8000-%012d"
                        .formatted(SHOPS.get(shop - 1), roles.get(role - 1), shop * 100 + role));
            }
        }

        assertEquals(
                new TreeSet<>(expected),
                people(demo)
                        .map(user -> user.get("username").asText() + " "
                                + user.get("id").asText())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyPersonOfTheDemoHasANameAnAddressAndTheUserNameAsPassword() {
        for (JsonNode user : people(demo).toList()) {
            String name = user.get("username").asText();
            assertEquals(name + "@etalage.example", user.get("email").asText());
            assertTrue(user.get("emailVerified").asBoolean(), name);
            assertFalse(user.get("firstName").asText().isBlank(), name);
            assertFalse(user.get("lastName").asText().isBlank(), name);
            assertEquals(name, user.at("/credentials/0/value").asText());
        }
    }

    @Test
    void everyShopOfTheDemoHasAWebshopThatReadsItsLibraryWithoutAsking() {
        for (String shop : SHOPS) {
            JsonNode webshop = clients(demo)
                    .filter(client -> client.get("clientId").asText().equals("webshop-" + shop))
                    .findFirst()
                    .orElseThrow();
            assertEquals("webshop-" + shop + "-demo", webshop.get("secret").asText());
            assertTrue(words(webshop.get("defaultClientScopes")).contains("library:read"));
            assertEquals(List.of("assortment:write", "publications:write"), words(webshop.get("optionalClientScopes")));
        }
    }

    @Test
    void everyPlaceholderIsDocumented() throws IOException {
        String readme = Files.readString(Path.of("../keycloak/README.md"));
        Matcher placeholders =
                Pattern.compile("\\$\\{(ETALAGE_[A-Z_]+)(:[^}]*)?}").matcher(productionText);

        Set<String> undocumented = placeholders
                .results()
                .map(placeholder -> placeholder.group(1))
                .filter(name -> !readme.contains("`" + name + "`"))
                .collect(Collectors.toSet());

        assertEquals(Set.of(), undocumented);
    }

    @Test
    void aChangeInTheRealmChangesItsFingerprint() throws IOException {
        assertEquals(RealmFile.forDemo().fingerprint(), RealmFile.forDemo().fingerprint());
        assertFalse(RealmFile.forDemo()
                .fingerprint()
                .equals(RealmFile.forProduction().fingerprint()));
    }

    /** Those that Keycloak makes by itself have names in braces, to be translated. */
    private static Stream<JsonNode> ours(JsonNode realm) {
        return clients(realm).filter(client -> !client.get("name").asText().startsWith("${"));
    }

    private static Stream<JsonNode> people(JsonNode realm) {
        return StreamSupport.stream(realm.get("users").spliterator(), false)
                .filter(user -> !user.has("serviceAccountClientId"));
    }

    private static Stream<JsonNode> clients(JsonNode realm) {
        return StreamSupport.stream(realm.get("clients").spliterator(), false);
    }

    private JsonNode scope(String name) {
        return StreamSupport.stream(production.get("clientScopes").spliterator(), false)
                .filter(scope -> scope.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> words(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
