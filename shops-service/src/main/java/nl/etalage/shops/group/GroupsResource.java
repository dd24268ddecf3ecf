package nl.etalage.shops.group;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
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
import java.net.URI;
import java.util.List;
import nl.etalage.conditionalupdate.MergePatch;
import nl.etalage.idempotency.Idempotent;
import nl.etalage.paging.Page;
import nl.etalage.paging.PageRequest;
import nl.etalage.shops.access.Allowed;
import nl.etalage.shops.access.Permission;
import nl.etalage.shops.answer.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The groups shops can be in. */
@Path("/api/v1/groups")
@Tag(name = "Groups")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class GroupsResource {

    private final GroupRepository groups;
    private final CreateGroup createGroup;
    private final ChangeGroup changeGroup;
    private final DeleteGroup deleteGroup;

    GroupsResource(GroupRepository groups, CreateGroup createGroup, ChangeGroup changeGroup, DeleteGroup deleteGroup) {
        this.groups = groups;
        this.createGroup = createGroup;
        this.changeGroup = changeGroup;
        this.deleteGroup = deleteGroup;
    }

    @GET
    @Allowed(Permission.READ_GROUPS)
    @Operation(summary = "List groups", description = "In order of slug.")
    public Page<GroupDocument> listGroups(
            @QueryParam("limit") Integer limit, @QueryParam("pageToken") String pageToken) {
        PageRequest page = PageRequest.of(limit, pageToken, "groups");
        String after = page.first() ? "" : page.after().get(0);
        List<Group> found = groups.list(after, page.limit() + 1);
        return page.page(found, group -> List.of(group.slug()), Group::document);
    }

    @POST
    @Idempotent
    @Allowed(Permission.CHANGE_GROUPS)
    @Operation(summary = "Create a group", description = "By an editor or admin.")
    @APIResponseSchema(value = GroupDocument.class, responseCode = "201", responseDescription = "The new group")
    public Response createGroup(GroupDocument group) {
        GroupDocument made = createGroup.create(group);
        return Answers.created(URI.create("/api/v1/groups/" + made.slug()), made.version(), made);
    }

    @GET
    @Path("/{group}")
    @Allowed(Permission.READ_GROUPS)
    @Operation(summary = "Read a group")
    @APIResponseSchema(value = GroupDocument.class, responseDescription = "The group")
    public Response readGroup(
            @PathParam("group") String slug, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        GroupDocument group = groups.require(slug).document();
        return Answers.read(ifNoneMatch, group.version(), group);
    }

    @PATCH
    @Path("/{group}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Allowed(Permission.CHANGE_GROUPS)
    @Operation(summary = "Rename a group", description = "By an editor or admin.")
    @APIResponseSchema(value = GroupDocument.class, responseDescription = "The group after the change")
    public Response changeGroup(
            @PathParam("group") String slug,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = GroupDocument.class))) JsonNode patch)
            throws JsonProcessingException {
        GroupDocument group = changeGroup.change(slug, ifMatch, patch);
        return Answers.changed(group.version(), group);
    }

    @DELETE
    @Path("/{group}")
    @Allowed(Permission.CHANGE_GROUPS)
    @Operation(summary = "Delete a group", description = "By an editor or admin, when no shop is in it.")
    public void deleteGroup(@PathParam("group") String slug, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        deleteGroup.delete(slug, ifMatch);
    }
}
