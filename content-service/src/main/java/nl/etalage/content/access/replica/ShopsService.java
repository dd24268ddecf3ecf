package nl.etalage.content.access.replica;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What this service asks of shops-service. */
@RegisterRestClient(configKey = "shops")
@Path("/internal")
interface ShopsService {

    /** A shop with the values of its merge fields by language; a field without a value is null. */
    @GET
    @Path("/shops/{slug}")
    Profile shop(@PathParam("slug") String slug, @HeaderParam("Authorization") String authorization);

    /** The keys of what a shop sells, in parts; {@code after} is empty for the first, else the {@code next} before. */
    @GET
    @Path("/shops/{slug}/assortment")
    ProductKeys assortment(
            @PathParam("slug") String slug,
            @QueryParam("after") String after,
            @HeaderParam("Authorization") String authorization);

    /** All merge fields a story may use. */
    @GET
    @Path("/merge-fields")
    Names mergeFields(@HeaderParam("Authorization") String authorization);

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Profile(Map<String, Map<String, String>> mergeFields) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ProductKeys(long version, List<StockedItem> items, String next) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record StockedItem(String item, String gtin, String sku, String brand, String supplier, String article) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Names(List<String> names) {}
}
