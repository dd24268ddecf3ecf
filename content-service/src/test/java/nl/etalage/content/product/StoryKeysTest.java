package nl.etalage.content.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Set;
import nl.etalage.content.ops.StoredJson;
import nl.etalage.content.story.StoryContent;
import org.junit.jupiter.api.Test;

class StoryKeysTest {

    private static Set<String> keys(String type, String products) throws JsonProcessingException {
        return StoryKeys.of(StoredJson.MAPPER.readValue(
                "{\"type\": \"%s\", \"products\": [%s]}".formatted(type, products), StoryContent.class));
    }

    @Test
    void aStoryAboutAProductIsAboutThatProduct() throws JsonProcessingException {
        assertEquals(
                Set.of("gtin:00000096385074", "sku:k1", "article:huila/h-1", "of-brand:huila"),
                keys(
                        "product",
                        "{\"gtin\": \"96385074\", \"sku\": \"K1\", \"brand\": \"Huila\", \"article\": \"H-1\"}"));
    }

    @Test
    void aStoryThatNamesOnlyABrandIsAboutAllOfIt() throws JsonProcessingException {
        assertEquals(
                Set.of("brand:huila", "of-brand:huila", "supplier:de import", "of-supplier:de import"),
                keys("product", "{\"brand\": \"Huila\", \"supplier\": \"De Import\"}"));
    }

    @Test
    void aStoryOfAMakerIsAboutAllTheyMake() throws JsonProcessingException {
        assertEquals(
                Set.of("gtin:00000096385074", "brand:huila", "of-brand:huila"),
                keys("maker", "{\"gtin\": \"96385074\", \"brand\": \"Huila\"}"));
    }

    @Test
    void anArticleNumberAloneSaysNothing() throws JsonProcessingException {
        assertEquals(Set.of(), keys("product", "{\"article\": \"H-1\"}"));
    }
}
