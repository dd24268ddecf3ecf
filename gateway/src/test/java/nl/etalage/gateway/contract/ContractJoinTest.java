package nl.etalage.gateway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractJoinTest {

    private static final String SHOPS =
            """
            openapi: 3.1.0
            tags: [{name: Shops}, {name: Inner}]
            paths:
              /internal/shops: {get: {operationId: inner, tags: [Inner], responses: {'200': {$ref: '#/components/responses/Inner'}}}}
              /api/v1/shops:
                get:
                  operationId: list
                  tags: [Shops]
                  security: [{oidc: ['shops:read']}]
                  responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/Page'}}}}}
            components:
              securitySchemes: {oidc: {type: openIdConnect}}
              responses: {Inner: {description: secret}}
              schemas:
                Page: {type: object, properties: {items: {type: array, items: {$ref: '#/components/schemas/Item'}}}}
                Item: {type: object, properties: {slug: {type: string}}}
                Problem: {type: object}
            """;

    private static final String CONTENT =
            """
            openapi: 3.1.0
            paths:
              /api/v1/library:
                get:
                  operationId: list
                  security: []
                  responses:
                    '200': {content: {application/json: {schema: {$ref: '#/components/schemas/Page'}}}}
                    '404': {content: {application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}}}
            components:
              schemas:
                Page: {type: object, properties: {items: {type: array, items: {$ref: '#/components/schemas/Item'}}}}
                Item: {type: object, properties: {title: {type: string}}}
                Problem: {type: object}
            """;

    private static ServiceContract contract(String service, String yaml) {
        try {
            return ServiceContract.read(service, new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                    .orElseThrow();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static ObjectNode joined() {
        return new ContractJoin(
                        URI.create("https://etalage.example"), URI.create("https://login.example/realms/etalage"))
                .join(List.of(contract("shops", SHOPS), contract("content", CONTENT)));
    }

    @Test
    void whatIsBetweenServicesIsLeftOutWithAllItNeeds() {
        ObjectNode joined = joined();

        assertFalse(joined.path("paths").has("/internal/shops"));
        assertFalse(joined.at("/components/responses").has("Inner"));
        assertEquals(1, joined.path("tags").size());
    }

    @Test
    void differentThingsOfOneNameGetTwoNamesAndEqualOnesStayOne() {
        ObjectNode joined = joined();

        assertEquals(
                "string",
                joined.at("/components/schemas/Item/properties/slug/type").asText());
        assertEquals(
                "string",
                joined.at("/components/schemas/ContentItem/properties/title/type")
                        .asText());
        assertFalse(joined.at("/components/schemas").has("ContentProblem"));
    }

    @Test
    void whatRefersToARenamedThingFollowsIt() {
        ObjectNode joined = joined();

        assertEquals(
                "#/components/schemas/ContentPage",
                joined.at("/paths/~1api~1v1~1library/get/responses/200/content/application~1json/schema/$ref")
                        .asText());
        assertEquals(
                "#/components/schemas/ContentItem",
                joined.at("/components/schemas/ContentPage/properties/items/items/$ref")
                        .asText());
        assertEquals(
                "#/components/schemas/Item",
                joined.at("/components/schemas/Page/properties/items/items/$ref")
                        .asText());
    }

    @Test
    void operationIdsStayUnique() {
        ObjectNode joined = joined();

        assertEquals(
                "list", joined.at("/paths/~1api~1v1~1shops/get/operationId").asText());
        assertEquals(
                "contentList",
                joined.at("/paths/~1api~1v1~1library/get/operationId").asText());
    }

    @Test
    void credentialsAreCalledTheSameEverywhereAndScopesStay() {
        ObjectNode joined = joined();

        assertEquals(
                "[{\"signIn\":[\"shops:read\"]},{\"token\":[\"shops:read\"]}]",
                joined.at("/paths/~1api~1v1~1shops/get/security").toString());
        assertEquals("[]", joined.at("/paths/~1api~1v1~1library/get/security").toString());
        assertFalse(joined.at("/components/securitySchemes").has("oidc"));
        assertEquals(
                "https://login.example/realms/etalage/.well-known/openid-configuration",
                joined.at("/components/securitySchemes/signIn/openIdConnectUrl").asText());
    }

    @Test
    void oneGroupHasOneNameHoweverAServiceWritesIt() {
        ObjectNode joined = new ContractJoin(URI.create("https://x"), URI.create("https://y"))
                .join(List.of(contract("shops", SHOPS.replace("tags: [Shops]", "tags: [feed-keys]"))));

        assertEquals(
                "Feed keys", joined.at("/paths/~1api~1v1~1shops/get/tags/0").asText());
    }

    @Test
    void twoServicesCannotOfferOnePath() {
        ContractJoin join = new ContractJoin(URI.create("https://x"), URI.create("https://y"));
        List<ServiceContract> twice = List.of(contract("shops", SHOPS), contract("content", SHOPS));

        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> join.join(twice));

        assertTrue(refused.getMessage().contains("/api/v1/shops"));
    }
}
