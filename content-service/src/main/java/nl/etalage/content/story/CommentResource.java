package nl.etalage.content.story;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import nl.etalage.conditionalupdate.EntityTag;
import nl.etalage.conditionalupdate.IfMatch;
import nl.etalage.content.access.CurrentAccess;
import nl.etalage.idempotency.Idempotent;
import nl.etalage.paging.Page;
import nl.etalage.paging.PageRequest;
import nl.etalage.problem.HttpProblem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the central group says to one another about a story; shops never see it. */
@Path("/api/v1/stories/{id}/comments")
@Tag(name = "stories")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class CommentResource {

    private final CurrentAccess access;
    private final StoryRepository stories;
    private final CommentRepository comments;
    private final DiscussStory discuss;

    CommentResource(CurrentAccess access, StoryRepository stories, CommentRepository comments, DiscussStory discuss) {
        this.access = access;
        this.stories = stories;
        this.comments = comments;
        this.discuss = discuss;
    }

    @GET
    @Transactional
    @Operation(summary = "List the comments on a story", description = "Oldest first, of all threads together.")
    public Page<CommentView> listComments(
            @PathParam("id") UUID id,
            @QueryParam("open") @DefaultValue("false") @Parameter(description = "Only threads that aren't done")
                    boolean open,
            @QueryParam("limit") Integer limit,
            @QueryParam("pageToken") String pageToken) {
        access.enter().requireCentralFor();
        stories.require(id);
        PageRequest page = PageRequest.of(limit, pageToken, "comments|" + id + "|" + open);
        return page.page(
                comments.page(id, open, page), comment -> List.of(comment.id().toString()), CommentView::of);
    }

    @POST
    @Idempotent
    @Operation(
            summary = "Say something about a story",
            description =
                    "Of a field, of the whole, or in reply to the first comment of a thread, which opens it again.")
    @APIResponse(
            responseCode = "201",
            description = "The comment.",
            content = @Content(schema = @Schema(implementation = CommentView.class)))
    public Response commentStory(@PathParam("id") UUID id, CommentRequest request) {
        access.enter().requireCentralFor();
        Story story = stories.require(id);
        if (request == null) {
            throw HttpProblem.MALFORMED_JSON.because();
        }
        StoryComment comment = discuss.say(story, request, access.centralActor());
        return answer(Response.status(Response.Status.CREATED), comment);
    }

    @POST
    @Path("/{comment}/resolve")
    @Idempotent
    @Operation(summary = "Say that a thread is done", description = "By the first comment of the thread.")
    @APIResponse(
            responseCode = "200",
            description = "The comment as it is now.",
            content = @Content(schema = @Schema(implementation = CommentView.class)))
    public Response resolveComment(
            @PathParam("id") UUID id,
            @PathParam("comment") UUID comment,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        access.enter().requireCentralFor();
        StoryComment found = comments.requireForUpdate(id, comment);
        IfMatch.require(ifMatch, found.version());
        discuss.resolve(found, access.centralActor());
        return answer(Response.ok(), found);
    }

    private static Response answer(Response.ResponseBuilder response, StoryComment comment) {
        return response.entity(CommentView.of(comment))
                .header(HttpHeaders.ETAG, EntityTag.of(comment.version()))
                .build();
    }
}
