package nl.etalage.content.story;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.etalage.content.access.CurrentAccess;
import nl.etalage.paging.Page;
import nl.etalage.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
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

    RevisionResource(CurrentAccess access, StoryRepository stories, RevisionRepository revisions) {
        this.access = access;
        this.stories = stories;
        this.revisions = revisions;
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
}
