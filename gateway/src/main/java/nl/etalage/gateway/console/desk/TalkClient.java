package nl.etalage.gateway.console.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What the desk asks of content-service about what colleagues say of a story, and what it said before. */
@RegisterClientHeaders
@RegisterRestClient(configKey = "content")
@Path("/api/v1/stories/{id}")
interface TalkClient {

    @GET
    @Path("/comments")
    Uni<StoryClient.Stories> comments(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") UUID story,
            @QueryParam("limit") int limit,
            @QueryParam("pageToken") String pageToken);

    @POST
    @Path("/comments")
    Uni<JsonNode> say(
            @HeaderParam("Authorization") String bearer,
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("id") UUID story,
            JsonNode comment);

    @POST
    @Path("/comments/{comment}/resolve")
    Uni<JsonNode> resolve(
            @HeaderParam("Authorization") String bearer,
            @HeaderParam("If-Match") String version,
            @PathParam("id") UUID story,
            @PathParam("comment") UUID comment);

    @GET
    @Path("/revisions/{from}/compare/{to}")
    Uni<JsonNode> compare(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") UUID story,
            @PathParam("from") int from,
            @PathParam("to") int to);

    @POST
    @Path("/revisions/{number}/restore")
    Uni<JsonNode> restore(
            @HeaderParam("Authorization") String bearer,
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("id") UUID story,
            @PathParam("number") int number);
}
