package nl.etalage.shops.shop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import nl.etalage.conditionalupdate.IfMatch;
import nl.etalage.conditionalupdate.MergePatch;
import nl.etalage.shops.access.Allowed;
import nl.etalage.shops.access.Permission;
import nl.etalage.shops.access.Visitor;
import nl.etalage.shops.answer.Answers;
import nl.etalage.shops.answer.Patch;
import nl.etalage.shops.limits.Counted;
import nl.etalage.shops.limits.Measure;
import nl.etalage.shops.validation.Findings;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the central group reaches a shop; no other shop sees it. */
@Path("/api/v1/shops/{slug}/contact")
@Tag(name = "Shops")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class ShopContactResource {

    private final ShopRepository shops;
    private final ContactBook contacts;
    private final Visitor visitor;
    private final Patch patches;

    ShopContactResource(ShopRepository shops, ContactBook contacts, Visitor visitor, Patch patches) {
        this.shops = shops;
        this.contacts = contacts;
        this.visitor = visitor;
        this.patches = patches;
    }

    @GET
    @Allowed(Permission.READ_CONTACT)
    @Operation(
            summary = "Read how to reach a shop",
            description = "Mailbox, contact person and telephone; to its managers and the central group.")
    @APIResponseSchema(value = ContactDocument.class, responseDescription = "How to reach the shop")
    public Response readContact(
            @PathParam("slug") String slug, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        ContactDocument contact =
                contacts.of(shops.require(slug, visitor.reach()).slug());
        return Answers.read(ifNoneMatch, contact.version(), contact);
    }

    @PATCH
    @Consumes(MergePatch.MEDIA_TYPE)
    @Allowed(Permission.CHANGE_CONTACT)
    @Counted(Measure.CHANGES)
    @Operation(summary = "Change how to reach a shop", description = "By a manager of the shop or an admin.")
    @APIResponseSchema(value = ContactDocument.class, responseDescription = "How to reach the shop now")
    public Response changeContact(
            @PathParam("slug") String slug,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = ContactDocument.class))) JsonNode patch)
            throws JsonProcessingException {
        ContactDocument before =
                contacts.forChange(shops.require(slug, visitor.reach()).slug());
        IfMatch.require(ifMatch, before.version());
        ContactDocument after = patches.apply(before, patch, ContactDocument.class);
        Findings findings = new Findings();
        findings.unchanged("/shop", before.shop(), after.shop());
        findings.unchanged("/version", before.version(), after.version());
        after.check(findings);
        findings.throwIfAny();
        ContactDocument made = contacts.describe(slug, after);
        return Answers.changed(made.version(), made);
    }
}
