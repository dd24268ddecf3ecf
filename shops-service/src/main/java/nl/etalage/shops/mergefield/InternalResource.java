package nl.etalage.shops.mergefield;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.SortedSet;
import nl.etalage.shops.access.Allowed;
import nl.etalage.shops.access.Permission;
import nl.etalage.shops.access.Reach;
import nl.etalage.shops.shop.ShopDocument;
import nl.etalage.shops.shop.ShopRepository;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What content-service needs to fill the merge fields of a story. */
@Path("/internal")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class InternalResource {

    private final ShopRepository shops;
    private final MergeFieldNames names;

    InternalResource(ShopRepository shops, MergeFieldNames names) {
        this.shops = shops;
        this.names = names;
    }

    /** A shop as in the public API, with its merge fields by language; a field without a value is null. */
    public record FilledShop(
            @JsonUnwrapped ShopDocument shop,
            @JsonInclude(content = JsonInclude.Include.ALWAYS) Map<String, Map<String, String>> mergeFields) {}

    /** All names that may be used in a story. */
    public record Names(SortedSet<String> names) {}

    @GET
    @Path("/shops/{shop}")
    @Allowed(Permission.SERVE_SERVICES)
    @Operation(hidden = true)
    public FilledShop shop(@PathParam("shop") String slug) {
        ShopDocument shop = shops.require(slug, Reach.EVERYWHERE).document();
        return new FilledShop(shop, MergeFields.of(shop, names.all()));
    }

    @GET
    @Path("/merge-fields")
    @Allowed(Permission.SERVE_SERVICES)
    @Operation(hidden = true)
    public Names mergeFields() {
        return new Names(names.all());
    }
}
