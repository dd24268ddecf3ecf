package nl.etalage.content.product;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import nl.etalage.content.access.CurrentAccess;
import nl.etalage.content.access.Scope;
import nl.etalage.content.access.Shop;
import nl.etalage.content.access.Shops;
import nl.etalage.content.limits.ShopLimits;
import nl.etalage.rowsecurity.RowSecurity;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The stories of products, for a webshop to show beside them. */
@Path("/api/v1/library/products")
@Tag(name = "library")
@Produces({MediaType.APPLICATION_JSON, ProductAnswer.LINKED_DATA})
@Authenticated
public class ProductResource {

    private final CurrentAccess access;
    private final RowSecurity rowSecurity;
    private final Shops shops;
    private final ShopLimits limits;
    private final ProductAnswer answers;

    ProductResource(
            CurrentAccess access, RowSecurity rowSecurity, Shops shops, ShopLimits limits, ProductAnswer answers) {
        this.access = access;
        this.rowSecurity = rowSecurity;
        this.shops = shops;
        this.limits = limits;
        this.answers = answers;
    }

    @GET
    @Transactional
    @Operation(
            summary = "Find the stories of products",
            description =
                    "Of up to 100 keys, newest first: the stories that name the product, else those of its maker or"
                            + " brand; match says which. A number that only the shop knows is looked up in its assortment. As"
                            + " application/ld+json the answer is schema.org's, to put in a page. Ask again with If-None-Match:"
                            + " 304 when nothing changed.")
    @APIResponse(
            responseCode = "200",
            description = "A page of stories.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ProductPage.class)),
                @Content(mediaType = ProductAnswer.LINKED_DATA, schema = @Schema(type = SchemaType.OBJECT))
            })
    public Response findProducts(
            @BeanParam @Valid ProductQuery query,
            @QueryParam("limit") Integer limit,
            @QueryParam("pageToken") String pageToken,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @Parameter(hidden = true) @Context Request request) {
        Shop shop = enter(query.shop);
        ProductAnswer.Question question = new ProductAnswer.Question(query.keys(), false, limit, pageToken);
        return answers.to(question, shop, ifNoneMatch, request);
    }

    @GET
    @Path("/{gtin}")
    @Transactional
    @Operation(
            summary = "Find the stories of one product",
            description = "By the number under its bars. As application/ld+json the answer is a Product of schema.org.")
    @APIResponse(
            responseCode = "200",
            description = "A page of stories.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ProductPage.class)),
                @Content(mediaType = ProductAnswer.LINKED_DATA, schema = @Schema(type = SchemaType.OBJECT))
            })
    public Response readProduct(
            @PathParam("gtin") @Parameter(description = "8, 12, 13 or 14 digits", example = "8712345678906")
                    String gtin,
            @QueryParam("shop") @Parameter(required = true, description = "Slug of the shop", example = "zeist")
                    String slug,
            @QueryParam("limit") Integer limit,
            @QueryParam("pageToken") String pageToken,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @Parameter(hidden = true) @Context Request request) {
        Shop shop = enter(slug);
        List<AskedKey> keys = ProductKeys.checked(List.of(AskedKey.gtin(gtin.strip())));
        return answers.to(new ProductAnswer.Question(keys, true, limit, pageToken), shop, ifNoneMatch, request);
    }

    /** Who may look, and at what: the same for both. */
    private Shop enter(String slug) {
        access.get().requireReaderOrCentral(slug, Scope.LIBRARY_READ);
        Shop shop = shops.require(slug);
        limits.countPull(shop.slug());
        rowSecurity.enter(List.of(shop.slug()));
        return shop;
    }
}
