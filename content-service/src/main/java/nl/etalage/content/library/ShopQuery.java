package nl.etalage.content.library;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which stories of which shop are asked for. */
public class ShopQuery extends LibraryFilter {

    @QueryParam("shop")
    @Parameter(required = true, description = "Slug of the shop", example = "zeist")
    String shop;
}
