package nl.etalage.content.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import java.util.UUID;
import nl.etalage.conditionalupdate.EntityTag;
import nl.etalage.conditionalupdate.IfNoneMatch;
import nl.etalage.conditionalupdate.MergePatch;
import nl.etalage.content.Patched;
import nl.etalage.content.access.CentralRole;
import nl.etalage.content.access.CurrentAccess;
import nl.etalage.content.access.PresumeStand;
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

/** Stories as the central group writes them. Shops and webshops read them in the library. */
@Path("/api/v1/stories")
@Tag(name = "stories")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class StoryResource {

    private final CurrentAccess access;
    private final StoryRepository stories;
    private final OpenStory open;
    private final PresumeStand presume;
    private final StartStory start;
    private final WriteStory write;
    private final StoryAnswers answers;
    private final Patched patched;

    StoryResource(
            CurrentAccess access,
            StoryRepository stories,
            OpenStory open,
            PresumeStand presume,
            StartStory start,
            WriteStory write,
            StoryAnswers answers,
            Patched patched) {
        this.access = access;
        this.stories = stories;
        this.open = open;
        this.presume = presume;
        this.start = start;
        this.write = write;
        this.answers = answers;
        this.patched = patched;
    }

    @GET
    @Transactional
    @Operation(summary = "List stories", description = "Newest first. For the central group; others get 403.")
    public Page<StoryView> listStories(
            @BeanParam @Valid StoryQuery query,
            @QueryParam("limit") Integer limit,
            @QueryParam("pageToken") String pageToken) {
        access.enter().requireCentral();
        PageRequest page = PageRequest.of(limit, pageToken, query.key());
        return page.page(stories.page(query, page), story -> List.of(story.id().toString()), answers::view);
    }

    @POST
    @Idempotent(alone = true)
    @Operation(summary = "Start a story", description = "Only the type is required; a draft may be incomplete.")
    @APIResponse(
            responseCode = "201",
            description = "The draft.",
            content = @Content(schema = @Schema(implementation = StoryView.class)))
    public Response createStory(StoryContent content) {
        Story story = presume.write(() -> {
            access.get().requireCentral(CentralRole.EDITOR, CentralRole.ADMIN);
            if (content == null) {
                throw HttpProblem.MALFORMED_JSON.because();
            }
            return start.start(content, access.centralActor());
        });
        return answers.asWritten(story)
                .status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/api/v1/stories/" + story.id())
                .build();
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Read a story", description = "For the central group; others get 404.")
    @APIResponse(
            responseCode = "200",
            description = "The story.",
            content = @Content(schema = @Schema(implementation = StoryView.class)))
    public Response readStory(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        access.enter().requireCentralFor();
        Story story = stories.require(id);
        String tag = EntityTag.of(story.version());
        return IfNoneMatch.matches(ifNoneMatch, tag)
                ? Response.notModified().header(HttpHeaders.ETAG, tag).build()
                : answers.of(story).build();
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Transactional
    @Operation(summary = "Change a draft", description = "A released story is changed with correct.")
    @APIResponse(
            responseCode = "200",
            description = "The draft as it is now.",
            content = @Content(schema = @Schema(implementation = StoryView.class)))
    public Response editStory(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = StoryContent.class))) JsonNode patch) {
        Story story = open.toChange(id, ifMatch, CentralRole.EDITOR, CentralRole.ADMIN);
        story.require(StoryState.Action.EDIT);
        write.edit(story, patched.apply(story.content(), patch, "", StoryContent.class), access.centralActor());
        return answers.of(story).build();
    }
}
