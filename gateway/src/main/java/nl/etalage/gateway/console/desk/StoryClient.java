package nl.etalage.gateway.console.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What the editor's desk asks of content-service about stories. A story is JSON as the contract has it. */
@RegisterClientHeaders
@RegisterRestClient(configKey = "content")
@Path("/api/v1/stories")
interface StoryClient {

    /** Merge patch, RFC 7396. */
    String MERGE_PATCH = "application/merge-patch+json";

    @GET
    Uni<Stories> list(
            @HeaderParam("Authorization") String bearer,
            @QueryParam("state") String state,
            @QueryParam("type") String type,
            @QueryParam("q") String words,
            @QueryParam("pageToken") String pageToken);

    @GET
    Uni<Stories> translations(@HeaderParam("Authorization") String bearer, @QueryParam("translationOf") UUID original);

    @POST
    Uni<JsonNode> create(
            @HeaderParam("Authorization") String bearer, @HeaderParam("Idempotency-Key") String key, JsonNode story);

    @GET
    @Path("/{id}")
    Uni<JsonNode> read(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id);

    /** @param patch a merge patch as text */
    @PATCH
    @Path("/{id}")
    @Consumes(MERGE_PATCH)
    Uni<JsonNode> edit(
            @HeaderParam("Authorization") String bearer,
            @HeaderParam("If-Match") String version,
            @PathParam("id") UUID id,
            String patch);

    /** @param action {@code submit}, {@code release}, {@code return}, {@code confirm}, {@code correct} or {@code withdraw} */
    @POST
    @Path("/{id}/{action}")
    Uni<JsonNode> act(
            @HeaderParam("Authorization") String bearer,
            @HeaderParam("If-Match") String version,
            @PathParam("id") UUID id,
            @PathParam("action") String action,
            JsonNode body);

    @GET
    @Path("/{id}/revisions")
    Uni<Stories> revisions(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") UUID id,
            @QueryParam("pageToken") String pageToken);

    @GET
    @Path("/{id}/revisions/{number}")
    Uni<JsonNode> revision(
            @HeaderParam("Authorization") String bearer, @PathParam("id") UUID id, @PathParam("number") int number);

    @GET
    @Path("/{id}/preview")
    Uni<JsonNode> preview(
            @HeaderParam("Authorization") String bearer, @PathParam("id") UUID id, @QueryParam("shop") String shop);

    @GET
    @Path("/{id}/empty-fields")
    Uni<EmptyFields> emptyFields(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") UUID id,
            @QueryParam("pageToken") String pageToken);

    /**
     * A page of stories or of revisions.
     *
     * @param nextPageToken null on the last page
     */
    record Stories(List<JsonNode> items, String nextPageToken) {

        public Stories {
            items = items == null ? List.of() : List.copyOf(items);
        }
    }

    /** Shops where merge fields of a story are empty. */
    record EmptyFields(List<EmptyAtShop> items, String nextPageToken) {

        public EmptyFields {
            items = items == null ? List.of() : List.copyOf(items);
        }
    }

    /** One such shop, by its slug. */
    record EmptyAtShop(String shop, List<String> fields) {}
}
