package nl.etalage.content.adaptation;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import nl.etalage.conditionalupdate.EntityTag;
import nl.etalage.conditionalupdate.IfMatch;
import nl.etalage.content.OptionalBody;
import nl.etalage.content.story.TextField;
import nl.etalage.idempotency.Idempotent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Improvements of a story, for a shop that has its own version of it. */
@Path("/api/v1/adaptations/{id}/source-update")
@Tag(name = "adaptations")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class SourceUpdateResource {

    private final OpenAdaptation open;
    private final CompareSource compare;
    private final OptionalBody body;

    SourceUpdateResource(OpenAdaptation open, CompareSource compare, OptionalBody body) {
        this.open = open;
        this.compare = compare;
        this.body = body;
    }

    /** Fields whose new text replaces own words, and fields that stay as they are. */
    @Schema(name = "SettleRequest")
    public record SettleRequest(Set<TextField> take, Set<TextField> keep) {

        public SettleRequest {
            take = take == null ? Set.of() : Set.copyOf(take);
            keep = keep == null ? Set.of() : Set.copyOf(keep);
        }
    }

    @GET
    @Transactional
    @Operation(summary = "See what changed in the story", description = "Field by field: before, after, and ours.")
    public SourceUpdate readSourceUpdate(@PathParam("id") UUID id) {
        return compare.compare(open.toRead(id));
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Idempotent
    @Operation(
            summary = "Take or keep what changed",
            description = "Moves the adaptation to the newest revision. Own words stay unless taken; a text without"
                    + " own words follows the story unless kept.")
    @APIResponse(
            responseCode = "200",
            description = "The adaptation as it is now.",
            content = @Content(schema = @Schema(implementation = AdaptationView.class)))
    public Response settleSourceUpdate(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = SettleRequest.class)))
                    String request) {
        SettleRequest asked = body.read(request, SettleRequest.class, new SettleRequest(null, null));
        Adaptation adaptation = open.toWrite(id);
        IfMatch.require(ifMatch, adaptation.version());
        compare.settle(adaptation, asked.take(), asked.keep());
        return Response.ok(AdaptationView.of(adaptation, false))
                .header(HttpHeaders.ETAG, EntityTag.of(adaptation.version()))
                .build();
    }
}
