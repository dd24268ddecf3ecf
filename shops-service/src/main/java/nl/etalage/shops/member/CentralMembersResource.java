package nl.etalage.shops.member;

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
import java.util.UUID;
import nl.etalage.conditionalupdate.MergePatch;
import nl.etalage.idempotency.Idempotent;
import nl.etalage.paging.Page;
import nl.etalage.shops.access.Allowed;
import nl.etalage.shops.access.Permission;
import nl.etalage.shops.answer.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The people of the central group. */
@Path("/api/v1/central/members")
@Tag(name = "Members")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class CentralMembersResource {

    private final Teams teams;
    private final ReadMembers readMembers;
    private final AddMember addMember;
    private final ChangeMember changeMember;
    private final RemoveMember removeMember;

    CentralMembersResource(
            Teams teams,
            ReadMembers readMembers,
            AddMember addMember,
            ChangeMember changeMember,
            RemoveMember removeMember) {
        this.teams = teams;
        this.readMembers = readMembers;
        this.addMember = addMember;
        this.changeMember = changeMember;
        this.removeMember = removeMember;
    }

    @GET
    @Allowed(Permission.READ_CENTRAL_MEMBERS)
    @Operation(
            summary = "List the members of the central group",
            description = "To the central group. Mail addresses to admins only.")
    public Page<MemberDocument> listCentralMembers(
            @QueryParam("limit") Integer limit, @QueryParam("pageToken") String pageToken) {
        return readMembers.list(teams.central(), limit, pageToken);
    }

    @POST
    @Idempotent
    @Allowed(Permission.CHANGE_CENTRAL_MEMBERS)
    @Operation(summary = "Add a member to the central group", description = "By an admin.")
    @APIResponseSchema(value = MemberDocument.class, responseCode = "201", responseDescription = "The new member")
    public Response addCentralMember(MemberDocument member) {
        MemberDocument made = addMember.add(teams.central(), member);
        return Answers.created(URI.create("/api/v1/central/members/" + made.id()), made.version(), made);
    }

    @GET
    @Path("/{id}")
    @Allowed(Permission.READ_CENTRAL_MEMBERS)
    @Operation(summary = "Read a member of the central group")
    @APIResponseSchema(value = MemberDocument.class, responseDescription = "The member")
    public Response readCentralMember(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        MemberDocument member = readMembers.read(teams.central(), id);
        return Answers.read(ifNoneMatch, member.version(), member);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Allowed(Permission.CHANGE_CENTRAL_MEMBERS)
    @Operation(
            summary = "Change a member of the central group",
            description = "Role, period, name or mail address; by an admin.")
    @APIResponseSchema(value = MemberDocument.class, responseDescription = "The member after the change")
    public Response changeCentralMember(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = MemberDocument.class))) JsonNode patch)
            throws JsonProcessingException {
        MemberDocument member = changeMember.change(teams.centralForChange(), id, ifMatch, patch);
        return Answers.changed(member.version(), member);
    }

    @DELETE
    @Path("/{id}")
    @Allowed(Permission.CHANGE_CENTRAL_MEMBERS)
    @Operation(
            summary = "Remove a member of the central group",
            description = "By an admin. The last admin may not be removed.")
    public void removeCentralMember(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        removeMember.remove(teams.centralForChange(), id, ifMatch, false);
    }
}
