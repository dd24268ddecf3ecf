package nl.etalage.shops.assortment;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import nl.etalage.rowsecurity.RowSecurity;
import nl.etalage.shops.access.Allowed;
import nl.etalage.shops.access.Permission;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The keys of a shop's products, for content-service to keep beside its stories. The feed says when they changed. */
@Path("/internal/shops/{shop}/assortment")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class AssortmentKeysResource {

    private static final int MOST = 2_000;

    private final AssortmentTable table;
    private final RowSecurity rowSecurity;

    AssortmentKeysResource(AssortmentTable table, RowSecurity rowSecurity) {
        this.table = table;
        this.rowSecurity = rowSecurity;
    }

    /**
     * Part of the keys.
     *
     * @param version when they changed last; pages of different versions don't belong together
     * @param next goes into {@code after} for the next page; null on the last
     */
    public record Keys(long version, List<ProductKeys> items, String next) {}

    /** By what a product is known; {@code item} tells it from the shop's others. */
    public record ProductKeys(String item, String gtin, String sku, String brand, String supplier, String article) {}

    @GET
    @Allowed(Permission.SERVE_SERVICES)
    @Operation(hidden = true)
    public Keys keys(@PathParam("shop") String shop, @QueryParam("after") @DefaultValue("") String after) {
        rowSecurity.enter(List.of(shop));
        long version = table.stand(shop).keysVersion();
        List<AssortmentTable.Kept> found = table.list(shop, after, MOST + 1);
        List<AssortmentTable.Kept> page = found.size() > MOST ? found.subList(0, MOST) : found;
        String next = found.size() > MOST ? page.get(MOST - 1).key() : null;
        return new Keys(version, page.stream().map(AssortmentKeysResource::keys).toList(), next);
    }

    private static ProductKeys keys(AssortmentTable.Kept kept) {
        AssortmentItem item = kept.item();
        return new ProductKeys(kept.key(), item.gtin(), item.sku(), item.brand(), item.supplier(), item.article());
    }
}
