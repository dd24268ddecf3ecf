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
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.PartType;
import org.jboss.resteasy.reactive.RestForm;

/** What the editor's desk asks of content-service about the network's own pictures. Sending one may take a while. */
@RegisterClientHeaders
@RegisterRestClient(configKey = "uploads")
@Path("/api/v1/assets")
interface AssetClient {

    @GET
    Uni<StoryClient.Stories> list(
            @HeaderParam("Authorization") String bearer,
            @QueryParam("limit") int limit,
            @QueryParam("pageToken") String pageToken);

    @GET
    @Path("/{id}")
    Uni<JsonNode> read(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id);

    /** @param patch a merge patch as text */
    @PATCH
    @Path("/{id}")
    @Consumes(StoryClient.MERGE_PATCH)
    Uni<JsonNode> describe(
            @HeaderParam("Authorization") String bearer,
            @HeaderParam("If-Match") String version,
            @PathParam("id") UUID id,
            String patch);

    /** As {@link #upload}, for a shop. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    Uni<JsonNode> uploadFor(
            @HeaderParam("Authorization") String bearer,
            @HeaderParam("Idempotency-Key") String key,
            @QueryParam("shop") String shop,
            @RestForm @PartType(MediaType.APPLICATION_OCTET_STREAM) java.nio.file.Path file,
            @RestForm @PartType(MediaType.APPLICATION_JSON) JsonNode metadata);

    /** @param metadata JSON as text */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    Uni<JsonNode> upload(
            @HeaderParam("Authorization") String bearer,
            @HeaderParam("Idempotency-Key") String key,
            @RestForm @PartType(MediaType.APPLICATION_OCTET_STREAM) java.nio.file.Path file,
            @RestForm @PartType(MediaType.APPLICATION_JSON) JsonNode metadata);
}
