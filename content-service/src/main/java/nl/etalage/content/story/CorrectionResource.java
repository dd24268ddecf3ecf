package nl.etalage.content.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import nl.etalage.content.OptionalBody;
import nl.etalage.content.access.CentralRole;
import nl.etalage.content.access.CurrentAccess;
import nl.etalage.idempotency.Idempotent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What happens to a story that is in the library. Each needs If-Match and answers the story as it is now. */
@Path("/api/v1/stories/{id}")
@Tag(name = "stories")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@APIResponse(
        responseCode = "200",
        description = "The story as it is now.",
        content = @Content(schema = @Schema(implementation = StoryView.class)))
public class CorrectionResource {

    private final CurrentAccess access;
    private final OpenStory open;
    private final CorrectStory correct;
    private final WithdrawStory withdraw;
    private final StoryAnswers answers;
    private final OptionalBody body;

    CorrectionResource(
            CurrentAccess access,
            OpenStory open,
            CorrectStory correct,
            WithdrawStory withdraw,
            StoryAnswers answers,
            OptionalBody body) {
        this.access = access;
        this.open = open;
        this.correct = correct;
        this.withdraw = withdraw;
        this.answers = answers;
        this.body = body;
    }

    /** Why it is taken back; a mistake when nothing is said. */
    @Schema(name = "WithdrawRequest")
    public record WithdrawRequest(WithdrawReason reason) {

        public WithdrawRequest {
            reason = reason == null ? WithdrawReason.MISTAKE : reason;
        }
    }

    /** Note and severity for who uses the story, and a merge patch on its content. */
    @Schema(name = "CorrectRequest")
    public record CorrectRequest(
            @Schema(maxLength = 1_000) String note,
            Severity severity,
            @Schema(implementation = StoryContent.class) JsonNode changes) {}

    @POST
    @Path("/correct")
    @Idempotent
    @Operation(
            summary = "Correct a released story",
            description = "Live at once, as a new revision, and marked unreviewed until a second editor confirms.")
    public Response correctStory(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, CorrectRequest request) {
        Story story = open.toChange(id, ifMatch, CentralRole.EDITOR, CentralRole.ADMIN);
        CorrectRequest asked = request == null ? new CorrectRequest(null, null, null) : request;
        correct.correct(story, new Correction(asked.note(), asked.severity()), asked.changes(), access.centralActor());
        return answers.of(story).build();
    }

    @POST
    @Path("/confirm")
    @Idempotent
    @Operation(summary = "Confirm a correction", description = "By an editor other than the one who made it.")
    public Response confirmStory(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Story story = open.toChange(id, ifMatch, CentralRole.EDITOR, CentralRole.COACH);
        correct.confirm(story, access.centralActor());
        return answers.of(story).build();
    }

    @POST
    @Path("/withdraw")
    @Consumes(MediaType.WILDCARD)
    @Idempotent
    @Operation(summary = "Withdraw a story", description = "It leaves the library, and what was planned is recalled.")
    public Response withdrawStory(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = WithdrawRequest.class)))
                    String request) {
        WithdrawRequest asked = body.read(request, WithdrawRequest.class, new WithdrawRequest(null));
        Story story = open.toChange(id, ifMatch, CentralRole.EDITOR, CentralRole.ADMIN);
        withdraw.withdraw(story, asked.reason());
        return answers.of(story).build();
    }
}
