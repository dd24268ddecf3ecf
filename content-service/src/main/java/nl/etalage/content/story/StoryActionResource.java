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
import nl.etalage.conditionalupdate.IfMatch;
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

/** What happens to a story. Each needs If-Match and answers the story as it is now. */
@Path("/api/v1/stories/{id}")
@Tag(name = "stories")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@APIResponse(
        responseCode = "200",
        description = "The story as it is now.",
        content = @Content(schema = @Schema(implementation = StoryView.class)))
public class StoryActionResource {

    private final CurrentAccess access;
    private final StoryRepository stories;
    private final ReviewStory review;
    private final CorrectStory correct;
    private final WithdrawStory withdraw;
    private final StoryAnswers answers;
    private final OptionalBody body;

    StoryActionResource(
            CurrentAccess access,
            StoryRepository stories,
            ReviewStory review,
            CorrectStory correct,
            WithdrawStory withdraw,
            StoryAnswers answers,
            OptionalBody body) {
        this.access = access;
        this.stories = stories;
        this.review = review;
        this.correct = correct;
        this.withdraw = withdraw;
        this.answers = answers;
        this.body = body;
    }

    /** What to do better, at most 1,000 characters. */
    @Schema(name = "ReturnRequest")
    public record ReturnRequest(String note) {}

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
    @Path("/submit")
    @Idempotent
    @Operation(summary = "Offer a draft for release", description = "Answers 422 with all that is missing at once.")
    public Response submitStory(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Story story = open(id, ifMatch, CentralRole.EDITOR, CentralRole.ADMIN);
        review.submit(story);
        return answers.of(story).build();
    }

    @POST
    @Path("/return")
    @Consumes(MediaType.WILDCARD)
    @Idempotent
    @Operation(summary = "Give a story back to its author", description = "With what should be better.")
    public Response returnStory(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = ReturnRequest.class)))
                    String request) {
        ReturnRequest asked = body.read(request, ReturnRequest.class, new ReturnRequest(null));
        Story story = open(id, ifMatch, CentralRole.EDITOR, CentralRole.COACH);
        review.sendBack(story, asked.note());
        return answers.of(story).build();
    }

    @POST
    @Path("/release")
    @Idempotent
    @Operation(summary = "Release a story to the library", description = "By someone other than its author.")
    public Response releaseStory(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Story story = open(id, ifMatch, CentralRole.EDITOR, CentralRole.COACH);
        review.release(story, access.get().actor());
        return answers.of(story).build();
    }

    @POST
    @Path("/correct")
    @Idempotent
    @Operation(
            summary = "Correct a released story",
            description = "Live at once, as a new revision, and marked unreviewed until a second editor confirms.")
    public Response correctStory(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, CorrectRequest request) {
        Story story = open(id, ifMatch, CentralRole.EDITOR, CentralRole.ADMIN);
        CorrectRequest asked = request == null ? new CorrectRequest(null, null, null) : request;
        correct.correct(
                story,
                new Correction(asked.note(), asked.severity()),
                asked.changes(),
                access.get().actor());
        return answers.of(story).build();
    }

    @POST
    @Path("/confirm")
    @Idempotent
    @Operation(summary = "Confirm a correction", description = "By an editor other than the one who made it.")
    public Response confirmStory(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Story story = open(id, ifMatch, CentralRole.EDITOR, CentralRole.COACH);
        correct.confirm(story, access.get().actor());
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
        Story story = open(id, ifMatch, CentralRole.EDITOR, CentralRole.ADMIN);
        withdraw.withdraw(story, asked.reason());
        return answers.of(story).build();
    }

    private Story open(UUID id, String ifMatch, CentralRole... allowed) {
        access.enter().requireCentralFor(allowed);
        Story story = stories.requireForUpdate(id);
        IfMatch.require(ifMatch, story.version());
        return story;
    }
}
