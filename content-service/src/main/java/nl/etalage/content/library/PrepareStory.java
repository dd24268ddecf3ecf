package nl.etalage.content.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import nl.etalage.content.library.prepared.PreparedStory;
import nl.etalage.content.story.StoryContent;
import nl.etalage.content.text.KnownMergeFields;
import nl.etalage.content.text.MergeField;

/** Prepares a story for all shops that have no version of their own. */
@ApplicationScoped
class PrepareStory {

    private final ShowItem show;
    private final ObjectMapper json;

    PrepareStory(ShowItem show, ObjectMapper json) {
        this.show = show;
        this.json = json;
    }

    /** The fields of a story, and no form of it yet. */
    PreparedStory fieldsOf(LibraryRow row, ShowItem.Known known) {
        StoryContent content = row.content();
        List<String> fields =
                show.item(row, new MarkedFilling(Map.of(), null, null), known).missing();
        String link = content.link() != null && !MergeField.in(content.link()).isEmpty() ? content.link() : null;
        return PreparedStory.of(row.found().revision(), fields, content.locale(), link);
    }

    /** With the form for shops without a value for these fields. */
    PreparedStory with(Set<String> empty, PreparedStory story, LibraryRow row, ShowItem.Known known) {
        boolean ofCampaign = story.fields().stream().anyMatch(KnownMergeFields.OF_CAMPAIGN::contains);
        return ofCampaign || !PreparedStory.fit(row.content().body())
                ? story.with(empty, null)
                : story.with(empty, (values, html, link) -> written(row, new MarkedFilling(values, html, link), known));
    }

    private String written(LibraryRow row, ShowItem.Filling filling, ShowItem.Known known) {
        try {
            return json.writeValueAsString(show.item(row, filling, known));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("A library item has no JSON form", unwritable);
        }
    }

    /** With marks for values, or values to compare with. */
    private static final class MarkedFilling extends ShowItem.Filled {

        private final Map<String, String> values;

        /** Null where no HTML is wanted. */
        private final Function<String, String> ofHtml;

        private final String ofLink;

        MarkedFilling(Map<String, String> values, Function<String, String> ofHtml, String ofLink) {
            super(values);
            this.values = values;
            this.ofHtml = ofHtml;
            this.ofLink = ofLink;
        }

        @Override
        public String html(String body) {
            return ofHtml == null ? null : ofHtml.apply(super.html(body));
        }

        /** A link is told what fields it misses all the same. */
        @Override
        public String link(String text) {
            String link = super.link(text);
            List<MergeField> fields = text == null ? List.of() : MergeField.in(text);
            if (fields.isEmpty() || ofLink == null) {
                return link;
            }
            return fields.stream().allMatch(field -> values.containsKey(field.name())) ? ofLink : null;
        }
    }
}
