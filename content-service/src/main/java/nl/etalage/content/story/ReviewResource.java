package nl.etalage.content.story;

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

/** The way of a story from draft to library. Each step needs If-Match and answers the story as it is now. */
@Path("/api/v1/stories/{id}")
@Tag(name = "stories")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@APIResponse(
        responseCode = "200",
        description = "The story as it is now.",
        content = @Content(schema = @Schema(implementation = StoryView.class)))
public class ReviewResource {

    private final CurrentAccess access;
    private final OpenStory open;
    private final ReviewStory review;
    private final StoryAnswers answers;
    private final OptionalBody body;

    ReviewResource(CurrentAccess access, OpenStory open, ReviewStory review, StoryAnswers answers, OptionalBody body) {
        this.access = access;
        this.open = open;
        this.review = review;
        this.answers = answers;
        this.body = body;
    }

    /** What to do better, at most 1,000 characters. */
    @Schema(name = "ReturnRequest")
    public record ReturnRequest(String note) {}

    @POST
    @Path("/submit")
    @Idempotent
    @Operation(
            summary = "Offer a draft for release",
            description = "Answers 422 with all that is missing at once, and in advice what would make it better.")
    public Response submitStory(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Story story = open.toChange(id, ifMatch, CentralRole.EDITOR, CentralRole.ADMIN);
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
        Story story = open.toChange(id, ifMatch, CentralRole.EDITOR, CentralRole.COACH);
        review.sendBack(story, asked.note());
        return answers.of(story).build();
    }

    @POST
    @Path("/release")
    @Idempotent
    @Operation(summary = "Release a story to the library", description = "By someone other than its author.")
    public Response releaseStory(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Story story = open.toChange(id, ifMatch, CentralRole.EDITOR, CentralRole.COACH);
        review.release(story, access.centralActor());
        return answers.of(story).build();
    }
}
