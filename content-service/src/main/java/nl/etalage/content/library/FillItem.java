package nl.etalage.content.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.etalage.content.library.prepared.Filled;
import nl.etalage.content.library.prepared.PreparedStory;
import nl.etalage.content.library.prepared.ShopValue;
import nl.etalage.content.library.prepared.StoredForm;
import nl.etalage.content.text.Template;

/** Fills what was prepared for all shops with the values of one. */
@ApplicationScoped
class FillItem {

    private static final int MOST_KEPT = 20_000;

    private final ObjectMapper json;
    private final Cache<String, Optional<ShopValue>> values =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).executor(Runnable::run).build();

    FillItem(ObjectMapper json) {
        this.json = json;
    }

    /** The values of a shop in one language, by field, to fill many stories with. */
    static final class Values {

        private final Map<String, String> values;
        private final Template template;

        Values(Map<String, String> values) {
            this.values = values;
            this.template = new Template(values);
        }

        /** The fields of the story that the shop has no value for. */
        Set<String> missing(PreparedStory story) {
            return story.emptyWith(values);
        }
    }

    /** Null when it must be made for this shop. */
    Filled fill(PreparedStory story, Values shop) {
        return story.filled(shop.missing(story), valuesOf(shop), link(story.link(), shop));
    }

    /** Null when it must be made for this shop. */
    Filled fill(StoredForm form, Values shop) {
        return form.filled(valuesOf(shop), link(form.link(), shop));
    }

    byte[] written(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("A library item has no JSON form", unwritable);
        }
    }

    private byte[] link(String link, Values shop) {
        return link == null ? null : written(shop.template.link(link));
    }

    /** Null for a value that must be seen in its place. */
    private Function<String, ShopValue> valuesOf(Values shop) {
        return field -> values.get(shop.values.get(field), value -> Optional.ofNullable(ShopValue.of(value)))
                .orElse(null);
    }
}
