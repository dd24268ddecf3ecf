package nl.etalage.content.feedkey;

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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.etalage.audittrail.AuditTrail;
import nl.etalage.conditionalupdate.EntityTag;
import nl.etalage.conditionalupdate.IfMatch;
import nl.etalage.conditionalupdate.MergePatch;
import nl.etalage.content.Patched;
import nl.etalage.content.access.CurrentAccess;
import nl.etalage.content.access.ShopRole;
import nl.etalage.idempotency.Idempotent;
import nl.etalage.paging.Page;
import nl.etalage.paging.PageRequest;
import nl.etalage.problem.HttpProblem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Keys with which a website reads a shop's feeds without signing in. */
@Path("/api/v1/feed-keys")
@Tag(name = "feeds")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class FeedKeyResource {

    private static final ShopRole[] WHO = {ShopRole.MANAGER, ShopRole.WEBMASTER};

    private final CurrentAccess access;
    private final FeedKeys keys;
    private final MakeFeedKey make;
    private final Patched patched;
    private final AuditTrail audit;

    FeedKeyResource(CurrentAccess access, FeedKeys keys, MakeFeedKey make, Patched patched, AuditTrail audit) {
        this.access = access;
        this.keys = keys;
        this.make = make;
        this.patched = patched;
        this.audit = audit;
    }

    @GET
    @Transactional
    @Operation(
            summary = "List a shop's feed keys",
            description = "To its managers and webmasters, newest first, with when each was last used. Never a secret.")
    public Page<FeedKeyView> listFeedKeys(
            @QueryParam("shop") String shop,
            @QueryParam("limit") Integer limit,
            @QueryParam("pageToken") String pageToken) {
        access.enter().requireRole(shop, WHO);
        PageRequest page = PageRequest.of(limit, pageToken, "feed-keys|" + shop);
        return page.page(keys.list(shop, page), key -> List.of(key.id().toString()), FeedKeyView::of);
    }

    @POST
    @Idempotent
    @Operation(
            summary = "Make a feed key",
            description = "By a manager or webmaster. The secret, and addresses with it, stand in this answer only."
                    + " Whoever has one reads the shop's stories and can do nothing else.")
    @APIResponse(
            responseCode = "201",
            description = "The new key, with its secret.",
            content = @Content(schema = @Schema(implementation = FeedKeyView.class)))
    public Response makeFeedKey(FeedKeyRequest request) {
        String shop = request == null ? null : request.shop();
        access.enter().requireRole(shop, WHO);
        FeedKey key = make.make(request, access.actor(shop));
        return answer(Response.status(Response.Status.CREATED), key)
                .header(HttpHeaders.LOCATION, "/api/v1/feed-keys/" + key.id())
                .build();
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Read a feed key", description = "When it was made and last used. Never its secret.")
    @APIResponse(
            responseCode = "200",
            description = "The key.",
            content = @Content(schema = @Schema(implementation = FeedKeyView.class)))
    public Response readFeedKey(@PathParam("id") UUID id) {
        return answer(Response.ok(), open(id, keys::find)).build();
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Transactional
    @Operation(summary = "Rename a feed key", description = "Its addresses stay as they are.")
    @APIResponse(
            responseCode = "200",
            description = "The key as it is now.",
            content = @Content(schema = @Schema(implementation = FeedKeyView.class)))
    public Response renameFeedKey(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = FeedKeyName.class))) JsonNode patch) {
        FeedKey key = open(id, keys::findForUpdate);
        IfMatch.require(ifMatch, key.version());
        FeedKeyName name = patched.apply(new FeedKeyName(key.name()), patch, "", FeedKeyName.class);
        return answer(Response.ok(), make.rename(key, name.name())).build();
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Revoke a feed key", description = "From now on its addresses open nothing.")
    @APIResponse(responseCode = "204", description = "The key is gone.")
    public void revokeFeedKey(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        FeedKey key = open(id, keys::findForUpdate);
        IfMatch.require(ifMatch, key.version());
        keys.remove(id);
        audit.record("feed-key.revoked", key.shop(), "feed-key/" + id);
    }

    private static Response.ResponseBuilder answer(Response.ResponseBuilder answer, FeedKey key) {
        return answer.entity(FeedKeyView.of(key)).header(HttpHeaders.ETAG, EntityTag.of(key.version()));
    }

    private FeedKey open(UUID id, Function<UUID, Optional<FeedKey>> how) {
        var caller = access.enter();
        FeedKey key = how.apply(id).orElseThrow(HttpProblem.NOT_FOUND::because);
        caller.requireRole(key.shop(), WHO);
        return key;
    }
}
