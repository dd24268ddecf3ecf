package nl.etalage.content.product;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which products are asked for, by whom. */
public class ProductQuery extends ProductKeys {

    @QueryParam("shop")
    @Parameter(required = true, description = "Slug of the shop", example = "zeist")
    String shop;
}
