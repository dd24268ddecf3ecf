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
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What pages ask of content-service about stories that shops offer. A contribution is JSON as the contract has it. */
@RegisterClientHeaders
@RegisterRestClient(configKey = "content")
@Path("/api/v1/contributions")
interface ContributionClient {

    /** @param shop slug; null for all shops, which only the central group may ask */
    @GET
    Uni<StoryClient.Stories> list(
            @HeaderParam("Authorization") String bearer,
            @QueryParam("shop") String shop,
            @QueryParam("state") String state,
            @QueryParam("pageToken") String pageToken);

    @POST
    Uni<JsonNode> offer(
            @HeaderParam("Authorization") String bearer,
            @HeaderParam("Idempotency-Key") String key,
            JsonNode contribution);

    @GET
    @Path("/count")
    Uni<Count> count(@HeaderParam("Authorization") String bearer, @QueryParam("state") String state);

    /** What it said before; the service keeps no more than fit on a page. */
    @GET
    @Path("/{id}/texts")
    Uni<StoryClient.Stories> texts(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id);

    /**
     * How many there are.
     *
     * @param count exact up to 99
     */
    record Count(int count, boolean more) {

        /** As people read it; empty for none. */
        String shown() {
            return more ? count + "+" : count == 0 ? "" : Integer.toString(count);
        }
    }

    @GET
    @Path("/{id}")
    Uni<JsonNode> read(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id);

    /** @param patch a merge patch as text */
    @PATCH
    @Path("/{id}")
    @Consumes(StoryClient.MERGE_PATCH)
    Uni<JsonNode> revise(
            @HeaderParam("Authorization") String bearer,
            @HeaderParam("If-Match") String version,
            @PathParam("id") UUID id,
            String patch);

    /** @param action {@code take}, {@code ask-changes}, {@code decline} or {@code withdraw} */
    @POST
    @Path("/{id}/{action}")
    Uni<JsonNode> act(
            @HeaderParam("Authorization") String bearer,
            @HeaderParam("If-Match") String version,
            @PathParam("id") UUID id,
            @PathParam("action") String action,
            JsonNode body);
}
