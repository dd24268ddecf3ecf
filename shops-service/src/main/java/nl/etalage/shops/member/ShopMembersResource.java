package nl.etalage.shops.member;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
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
import nl.etalage.shops.limits.Counted;
import nl.etalage.shops.limits.Measure;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The people of a shop. */
@Path("/api/v1/shops/{slug}/members")
@Tag(name = "Members")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class ShopMembersResource {

    private final Teams teams;
    private final ReadMembers readMembers;
    private final AddMember addMember;
    private final ChangeMember changeMember;
    private final RemoveMember removeMember;

    ShopMembersResource(
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
    @Allowed(Permission.READ_MEMBERS)
    @Operation(
            summary = "List the members of a shop",
            description = "To members of the shop and the central group. Mail addresses to managers and admins only.")
    public Page<MemberDocument> listMembers(
            @PathParam("slug") String slug,
            @QueryParam("limit") Integer limit,
            @QueryParam("pageToken") String pageToken) {
        return readMembers.list(teams.of(slug), limit, pageToken);
    }

    @POST
    @Idempotent
    @Allowed(Permission.CHANGE_MEMBERS)
    @Counted(Measure.CHANGES)
    @Operation(summary = "Add a member to a shop", description = "By a manager of the shop or an admin.")
    @APIResponseSchema(value = MemberDocument.class, responseCode = "201", responseDescription = "The new member")
    public Response addMember(@PathParam("slug") String slug, MemberDocument member) {
        MemberDocument made = addMember.add(teams.of(slug), member);
        return Answers.created(URI.create("/api/v1/shops/" + slug + "/members/" + made.id()), made.version(), made);
    }

    @GET
    @Path("/{id}")
    @Allowed(Permission.READ_MEMBERS)
    @Operation(summary = "Read a member of a shop")
    @APIResponseSchema(value = MemberDocument.class, responseDescription = "The member")
    public Response readMember(
            @PathParam("slug") String slug,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        MemberDocument member = readMembers.read(teams.of(slug), id);
        return Answers.read(ifNoneMatch, member.version(), member);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Allowed(Permission.CHANGE_MEMBERS)
    @Counted(Measure.CHANGES)
    @Operation(
            summary = "Change a member of a shop",
            description = "Role, period, trust, name or mail address; by a manager of the shop or an admin.")
    @APIResponseSchema(value = MemberDocument.class, responseDescription = "The member after the change")
    public Response changeMember(
            @PathParam("slug") String slug,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = MemberDocument.class))) JsonNode patch)
            throws JsonProcessingException {
        MemberDocument member = changeMember.change(teams.forChange(slug), id, ifMatch, patch);
        return Answers.changed(member.version(), member);
    }

    @DELETE
    @Path("/{id}")
    @Allowed(Permission.REMOVE_MEMBERS)
    @Counted(Measure.CHANGES)
    @Operation(
            summary = "Remove a member of a shop",
            description = "By a manager of the shop or an admin; and everyone may leave. The last manager may not,"
                    + " except by handing the shop over to the central group.")
    public void removeMember(
            @PathParam("slug") String slug,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Parameter(description = "The last manager leaves the shop to the central group.")
                    @QueryParam("handOver")
                    @DefaultValue("false")
                    boolean handOver) {
        removeMember.remove(teams.forChange(slug), id, ifMatch, handOver);
    }
}
