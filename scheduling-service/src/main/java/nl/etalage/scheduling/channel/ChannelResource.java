package nl.etalage.scheduling.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import nl.etalage.conditionalupdate.EntityTag;
import nl.etalage.conditionalupdate.IfNoneMatch;
import nl.etalage.conditionalupdate.MergePatch;
import nl.etalage.idempotency.Idempotent;
import nl.etalage.paging.Page;
import nl.etalage.paging.PageRequest;
import nl.etalage.problem.HttpProblem;
import nl.etalage.problem.Sentences;
import nl.etalage.scheduling.InputCheck;
import nl.etalage.scheduling.access.Access;
import nl.etalage.scheduling.access.Permission;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** The channels of a shop. Members see them, managers connect them. */
@Path("/api/v1/channels")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Transactional
@Tag(name = "channels")
public class ChannelResource {

    private final Access access;
    private final ChannelRepository channels;
    private final ConnectChannel connect;
    private final ChangeChannel change;
    private final VerifyChannel verify;

    ChannelResource(
            Access access,
            ChannelRepository channels,
            ConnectChannel connect,
            ChangeChannel change,
            VerifyChannel verify) {
        this.access = access;
        this.channels = channels;
        this.connect = connect;
        this.change = change;
        this.verify = verify;
    }

    @GET
    public Page<ChannelView> listChannels(
            @RestQuery String shop,
            @RestQuery Integer limit,
            @RestQuery String pageToken,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        new InputCheck().required("#shop", shop).done();
        access.toRead().at(shop, Permission.READ);
        PageRequest page = PageRequest.of(limit, pageToken, "channels " + shop);
        return page.page(
                channels.list(shop, page),
                channel -> List.of(channel.id().toString()),
                channel -> ChannelView.of(channel, Sentences.forHeader(language)));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = ChannelView.class, responseCode = "201")
    public Response connectChannel(NewChannel wanted, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        Channel channel = connect.connect(wanted);
        return answer(Response.created(URI.create("/api/v1/channels/" + channel.id())), channel, language);
    }

    @GET
    @Path("/{id}")
    @APIResponseSchema(value = ChannelView.class, responseCode = "200")
    @APIResponse(responseCode = "304", description = "You have it already")
    public Response readChannel(
            UUID id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        Channel channel = channels.find(id, access.toRead().shops()).orElseThrow(() -> HttpProblem.NOT_FOUND.because());
        String tag = EntityTag.of(channel.version());
        if (IfNoneMatch.matches(ifNoneMatch, tag)) {
            return Response.notModified().header(HttpHeaders.ETAG, tag).build();
        }
        return answer(Response.ok(), channel, language);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @APIResponseSchema(value = ChannelView.class, responseCode = "200")
    public Response changeChannel(
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @RequestBody(content = @Content(schema = @Schema(implementation = ChannelPatch.class))) JsonNode patch)
            throws JsonProcessingException {
        return answer(Response.ok(), change.change(id, ifMatch, patch), language);
    }

    @DELETE
    @Path("/{id}")
    @APIResponse(responseCode = "204", description = "Disconnected; what was planned there is cancelled")
    public void disconnectChannel(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        change.disconnect(id, ifMatch);
    }

    @POST
    @Path("/{id}/verify")
    @Idempotent
    @APIResponseSchema(value = ChannelView.class, responseCode = "200")
    public Response verifyChannel(
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        return answer(Response.ok(), verify.verify(id, ifMatch), language);
    }

    private static Response answer(Response.ResponseBuilder response, Channel channel, String language) {
        return response.entity(ChannelView.of(channel, Sentences.forHeader(language)))
                .header(HttpHeaders.ETAG, EntityTag.of(channel.version()))
                .build();
    }
}
