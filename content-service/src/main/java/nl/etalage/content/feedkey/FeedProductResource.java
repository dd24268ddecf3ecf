package nl.etalage.content.feedkey;

import jakarta.annotation.security.PermitAll;
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
import nl.etalage.content.access.Shop;
import nl.etalage.content.product.AskedKey;
import nl.etalage.content.product.ProductAnswer;
import nl.etalage.content.product.ProductKeys;
import nl.etalage.content.product.ProductPage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The stories of products for whoever holds a key to a shop's feeds, such as a webshop without an account here. */
@Path("/api/v1/feeds/{secret}/products")
@Tag(name = "feeds")
@Produces({MediaType.APPLICATION_JSON, ProductAnswer.LINKED_DATA})
@PermitAll
@SecurityRequirementsSet
public class FeedProductResource {

    private final OpenFeed open;
    private final ProductAnswer answers;

    FeedProductResource(OpenFeed open, ProductAnswer answers) {
        this.open = open;
        this.answers = answers;
    }

    @GET
    @Transactional
    @Operation(
            summary = "Find the stories of products with a feed key",
            description = "Without an account, by the secret of the key. The same question and answer as findProducts,"
                    + " for the shop of the key; asked by one number under the bars alone, application/ld+json is one"
                    + " Product of schema.org.")
    @APIResponse(
            responseCode = "200",
            description = "A page of stories.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ProductPage.class)),
                @Content(mediaType = ProductAnswer.LINKED_DATA, schema = @Schema(type = SchemaType.OBJECT))
            })
    public Response readFeedProducts(
            @PathParam("secret") @Parameter(description = "The key's secret.") String secret,
            @BeanParam @Valid ProductKeys query,
            @QueryParam("limit") Integer limit,
            @QueryParam("pageToken") String pageToken,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @Parameter(hidden = true) @Context Request request) {
        Shop shop = open.open(secret);
        List<AskedKey> keys = query.keys();
        boolean one = keys.size() == 1 && keys.get(0).gtin() != null;
        return answers.to(new ProductAnswer.Question(keys, one, limit, pageToken), shop, ifNoneMatch, request);
    }
}
