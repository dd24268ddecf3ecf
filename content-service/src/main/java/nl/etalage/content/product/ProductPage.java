package nl.etalage.content.product;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Stories about products, newest first. */
@Schema(name = "ProductPage")
public record ProductPage(List<ProductStory> items, @JsonInclude(JsonInclude.Include.NON_NULL) String nextPageToken) {}
