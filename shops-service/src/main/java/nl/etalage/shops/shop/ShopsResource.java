package nl.etalage.shops.shop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.transaction.Transactional;
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
import java.net.URI;
import java.util.List;
import nl.etalage.conditionalupdate.MergePatch;
import nl.etalage.idempotency.Idempotent;
import nl.etalage.paging.Page;
import nl.etalage.paging.PageRequest;
import nl.etalage.shops.access.Allowed;
import nl.etalage.shops.access.Permission;
import nl.etalage.shops.access.Visitor;
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

/** The shops of the network. */
@Path("/api/v1/shops")
@Tag(name = "Shops")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class ShopsResource {

    private final ShopRepository shops;
    private final CreateShop createShop;
    private final ChangeShop changeShop;
    private final Visitor visitor;

    ShopsResource(ShopRepository shops, CreateShop createShop, ChangeShop changeShop, Visitor visitor) {
        this.shops = shops;
        this.createShop = createShop;
        this.changeShop = changeShop;
        this.visitor = visitor;
    }

    @GET
    @Allowed(Permission.READ_SHOPS)
    @Operation(
            summary = "List shops",
            description = "In order of slug. Every member of the network sees all shops, a machine only its own."
                    + " Shops that haven't said yes (candidate) are shown to the central group only.")
    public Page<ShopDocument> listShops(
            @Parameter(description = "Part of slug, name or town; capitals and accents don't count.") @QueryParam("q")
                    String q,
            @Parameter(description = "Only shops in the group with this slug.") @QueryParam("group") String group,
            @Parameter(description = "Which kind to list: shop (the default), central or region.") @QueryParam("kind")
                    String kind,
            @QueryParam("limit") Integer limit,
            @QueryParam("pageToken") String pageToken) {
        ShopRepository.Filter filter =
                ShopFilters.of(q, group, kind, visitor.standing().central());
        PageRequest page = PageRequest.of(limit, pageToken, "shops " + filter);
        String after = page.first() ? "" : page.after().get(0);
        List<Shop> found = shops.list(filter, visitor.sight(), after, page.limit() + 1);
        return page.page(found, shop -> List.of(shop.slug()), Shop::document);
    }

    @POST
    @Idempotent
    @Allowed(Permission.CREATE_SHOP)
    @Operation(summary = "Create a shop", description = "By an admin. Only slug and name are required.")
    @APIResponseSchema(value = ShopDocument.class, responseCode = "201", responseDescription = "The new shop")
    public Response createShop(ShopDocument shop) {
        ShopDocument made = createShop.create(shop);
        return Answers.created(URI.create("/api/v1/shops/" + made.slug()), made.version(), made);
    }

    @GET
    @Path("/{slug}")
    @Allowed(Permission.READ_SHOPS)
    @Operation(summary = "Read a shop")
    @APIResponseSchema(value = ShopDocument.class, responseDescription = "The shop")
    public Response readShop(
            @PathParam("slug") String slug, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        ShopDocument shop = shops.requireShown(
                        slug, visitor.sight(), visitor.standing().central())
                .document();
        return Answers.read(ifNoneMatch, shop.version(), shop);
    }

    @PATCH
    @Path("/{slug}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Allowed(Permission.CHANGE_SHOP)
    @Counted(Measure.CHANGES)
    @Operation(
            summary = "Change a shop",
            description = "A manager describes the shop, an editor sets its groups, an admin sets everything.")
    @APIResponseSchema(value = ShopDocument.class, responseDescription = "The shop after the change")
    public Response changeShop(
            @PathParam("slug") String slug,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = ShopDocument.class))) JsonNode patch)
            throws JsonProcessingException {
        ShopDocument shop = changeShop.change(slug, ifMatch, patch);
        return Answers.changed(shop.version(), shop);
    }
}
