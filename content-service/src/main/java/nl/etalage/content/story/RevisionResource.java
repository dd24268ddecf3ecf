package nl.etalage.content.story;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
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
import nl.etalage.content.access.CentralRole;
import nl.etalage.content.access.CurrentAccess;
import nl.etalage.idempotency.Idempotent;
import nl.etalage.paging.Page;
import nl.etalage.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a story was at each release and correction. */
@Path("/api/v1/stories/{id}/revisions")
@Tag(name = "stories")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class RevisionResource {

    private final CurrentAccess access;
    private final StoryRepository stories;
    private final RevisionRepository revisions;
    private final CompareRevisions compare;
    private final WriteStory write;
    private final StoryAnswers answers;

    RevisionResource(
            CurrentAccess access,
            StoryRepository stories,
            RevisionRepository revisions,
            CompareRevisions compare,
            WriteStory write,
            StoryAnswers answers) {
        this.access = access;
        this.stories = stories;
        this.revisions = revisions;
        this.compare = compare;
        this.write = write;
        this.answers = answers;
    }

    @GET
    @Transactional
    @Operation(summary = "List a story's revisions", description = "Newest first.")
    public Page<RevisionView> listRevisions(
            @PathParam("id") UUID id, @QueryParam("limit") Integer limit, @QueryParam("pageToken") String pageToken) {
        access.enter().requireCentralFor();
        stories.require(id);
        PageRequest page = PageRequest.of(limit, pageToken, "revisions|" + id);
        return page.page(
                revisions.page(id, page), revision -> List.of(Integer.toString(revision.number())), RevisionView::of);
    }

    @GET
    @Path("/{number}")
    @Transactional
    @Operation(summary = "Read a revision", description = "As it was fixed; it never changes.")
    public RevisionView readRevision(@PathParam("id") UUID id, @PathParam("number") int number) {
        access.enter().requireCentralFor();
        return RevisionView.of(revisions.require(id, number));
    }

    @GET
    @Path("/{number}/compare/{to}")
    @Transactional
    @Operation(
            summary = "Compare two revisions",
            description = "The fields that differ, texts word by word; only what is filled in one of both.")
    public CompareRevisions.Comparison compareRevisions(
            @PathParam("id") UUID id, @PathParam("number") int number, @PathParam("to") int to) {
        access.enter().requireCentralFor();
        return compare.compare(id, number, to);
    }

    @POST
    @Path("/{number}/restore")
    @Idempotent
    @Operation(
            summary = "Start a draft with what a revision says",
            description = "The story itself stays as it is; the draft names what it began as.")
    @APIResponse(
            responseCode = "201",
            description = "The draft.",
            content = @Content(schema = @Schema(implementation = StoryView.class)))
    public Response restoreRevision(@PathParam("id") UUID id, @PathParam("number") int number) {
        access.enter().requireCentralFor(CentralRole.EDITOR, CentralRole.ADMIN);
        Story story = write.restore(revisions.require(id, number), access.centralActor());
        return answers.of(story)
                .status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/api/v1/stories/" + story.id())
                .build();
    }
}
