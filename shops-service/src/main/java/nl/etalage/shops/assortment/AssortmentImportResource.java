package nl.etalage.shops.assortment;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import nl.etalage.idempotency.Idempotent;
import nl.etalage.problem.Sentences;
import nl.etalage.shops.access.Allowed;
import nl.etalage.shops.access.Permission;
import nl.etalage.shops.access.Visitor;
import nl.etalage.shops.limits.Counted;
import nl.etalage.shops.limits.Measure;
import nl.etalage.shops.shop.ShopRepository;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a shop sells, from the table that its webshop exports. */
@Path("/api/v1/shops/{slug}/assortment/imports")
@Tag(name = "Assortment")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class AssortmentImportResource {

    private static final String EXAMPLE =
            """
            SKU,Name,"GTIN, UPC, EAN, or ISBN",Brands,Images
            KOFFIE-250,Koffie uit Huila,8712345678906,Café Chavalo,https://winkel.example/koffie.jpg""";

    private final ShopRepository shops;
    private final TakeAssortment take;
    private final DryRun dryRuns;
    private final Visitor visitor;

    AssortmentImportResource(ShopRepository shops, TakeAssortment take, DryRun dryRuns, Visitor visitor) {
        this.shops = shops;
        this.take = take;
        this.dryRuns = dryRuns;
        this.visitor = visitor;
    }

    @POST
    @Consumes({"text/csv", "text/tab-separated-values"})
    @Idempotent
    @Counted(Measure.ASSORTMENTS)
    @Allowed(Permission.CHANGE_ASSORTMENT)
    @Operation(
            summary = "Import what a shop sells from a table",
            description = "As WooCommerce and Shopify export their products and as Google Merchant Center takes them,"
                    + " or any table with one product a row and a column that says sku, gtin, brand or supplier, in any"
                    + " order. What the webshop doesn't offer, such as a draft or a hidden product with its variants, is"
                    + " skipped, and is no longer sold. Products that aren't in the table stay, unless replace=true; a table with nothing for sale"
                    + " then is refused, for an export that went wrong would empty the shop. Who sells nothing any more"
                    + " puts an empty list instead. At most 20000 products and 10 MiB.")
    @APIResponseSchema(value = AssortmentReport.class, responseDescription = "What became of each row")
    public Response importAssortment(
            @PathParam("slug") String slug,
            @Parameter(description = "Only say what would happen.") @QueryParam("dryRun") @DefaultValue("false")
                    boolean dryRun,
            @Parameter(description = "Products that aren't in the table are no longer sold.")
                    @QueryParam("replace")
                    @DefaultValue("false")
                    boolean replace,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = SchemaType.STRING, examples = EXAMPLE)))
                    byte[] table) {
        shops.require(slug, visitor.reach());
        ProductTable read = ProductTable.read(table == null ? new byte[0] : table);
        if (replace) {
            read.requireProducts();
        }
        TakeAssortment.Manner manner = new TakeAssortment.Manner(replace, null, Sentences.forHeader(language));
        return dryRuns.answer(dryRun, take.take(slug, read.rows(), manner), read.unused());
    }
}
