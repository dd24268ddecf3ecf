package nl.etalage.content.product;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import nl.etalage.content.library.LibraryItem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A story of the library with what it was found for.
 *
 * @param match the best of {@code keys}
 * @param keys which of the asked keys it answers
 */
@Schema(name = "ProductStory")
public record ProductStory(@JsonUnwrapped LibraryItem story, Match match, List<AskedKey> keys) {}
