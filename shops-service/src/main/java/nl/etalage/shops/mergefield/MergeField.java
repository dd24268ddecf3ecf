package nl.etalage.shops.mergefield;

import java.util.List;
import nl.etalage.problem.Sentences;
import nl.etalage.shops.ShopsProblem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A merge field as editors see it.
 *
 * @param name as it stands in a story between double braces
 * @param description what it becomes, in the reader's language
 */
@Schema(name = "MergeField")
public record MergeField(
        @Schema(examples = "shop.name") String name, @Schema(examples = "De naam van de winkel") String description) {

    static MergeField of(String name, Sentences sentences) {
        String key = name.startsWith(MergeFieldNames.PROFILE)
                ? MergeFieldNames.PROFILE
                : name.startsWith(MergeFieldNames.FIELD) ? MergeFieldNames.FIELD : name;
        String argument = name.substring(name.lastIndexOf('.') + 1);
        return new MergeField(
                name, sentences.sentence(ShopsProblem.SENTENCES, "merge-field." + key, List.of(argument)));
    }
}
