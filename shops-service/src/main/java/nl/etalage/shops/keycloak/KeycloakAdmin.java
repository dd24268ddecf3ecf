package nl.etalage.shops.keycloak;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The part of Keycloak's admin API that manages clients.
 *
 * @see <a href="https://www.keycloak.org/docs-api/latest/rest-api/index.html#_clients">Keycloak Admin REST API,
 *     Clients</a>
 */
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface KeycloakAdmin {

    String TOKEN = "/realms/{realm}/protocol/openid-connect/token";
    String CLIENTS = "/admin/realms/{realm}/clients";
    String CLIENT = CLIENTS + "/{id}";
    String SCOPES = CLIENT + "/default-client-scopes";

    /** An access token; {@code expires_in} in seconds. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Token(@JsonProperty("access_token") String value, @JsonProperty("expires_in") long expiresIn) {}

    /** A named client scope. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ClientScope(String id, String name) {}

    /** A client of ours: confidential, client credentials and nothing else. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Client(
            UUID id,
            String clientId,
            String name,
            String description,
            boolean enabled,
            String protocol,
            String clientAuthenticatorType,
            String secret,
            boolean publicClient,
            boolean serviceAccountsEnabled,
            boolean standardFlowEnabled,
            boolean implicitFlowEnabled,
            boolean directAccessGrantsEnabled,
            boolean fullScopeAllowed,
            List<String> defaultClientScopes,
            List<String> optionalClientScopes,
            Map<String, String> attributes) {}

    /** What changes about a client later; the rest stays. */
    record Enabling(UUID id, String clientId, boolean enabled) {}

    @POST
    @Path(TOKEN)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Token token(
            @PathParam("realm") String realm,
            @FormParam("grant_type") String grantType,
            @FormParam("client_id") String clientId,
            @FormParam("client_secret") String clientSecret);

    @POST
    @Path(CLIENTS)
    void create(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("realm") String realm, Client client);

    @DELETE
    @Path(CLIENT)
    void delete(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("realm") String realm,
            @PathParam("id") UUID id);

    @PUT
    @Path(CLIENT)
    void update(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("realm") String realm,
            @PathParam("id") UUID id,
            Enabling enabling);

    @GET
    @Path("/admin/realms/{realm}/client-scopes")
    List<ClientScope> scopes(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("realm") String realm);

    @GET
    @Path(SCOPES)
    List<ClientScope> scopesOf(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("realm") String realm,
            @PathParam("id") UUID id);

    @PUT
    @Path(SCOPES + "/{scope}")
    void addScope(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("realm") String realm,
            @PathParam("id") UUID id,
            @PathParam("scope") String scope);

    @DELETE
    @Path(SCOPES + "/{scope}")
    void removeScope(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("realm") String realm,
            @PathParam("id") UUID id,
            @PathParam("scope") String scope);
}
