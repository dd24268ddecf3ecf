package nl.etalage.content.library;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A shop that has no value for some merge fields of a story.
 *
 * @param shop slug
 * @param fields names, such as {@code shop.webshop}
 */
@Schema(name = "EmptyFields")
public record EmptyFields(
        @Schema(examples = "zeist") String shop, @Schema(examples = "[\"shop.webshop\"]") List<String> fields) {}
