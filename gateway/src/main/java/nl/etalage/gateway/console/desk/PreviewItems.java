package nl.etalage.gateway.console.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.etalage.gateway.console.desk.PreviewView.Detail;
import nl.etalage.gateway.console.desk.PreviewView.Text;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks how a story looks at a shop. */
@ApplicationScoped
class PreviewItems {

    private final StoryClient stories;

    PreviewItems(@RestClient StoryClient stories) {
        this.stories = stories;
    }

    Uni<PreviewView.Item> of(Editor editor, UUID story, NetworkClient.Shop shop, Locale reader) {
        return Desk.reached(stories.preview(editor.bearer(), story, shop.slug()))
                .map(item -> new PreviewView.Item(
                        shop,
                        Head.text(item, "locale"),
                        Head.text(item, "title"),
                        Head.text(item, "summary"),
                        Head.text(item, "bodyHtml"),
                        Head.text(item, "readerValue"),
                        Head.text(item, "question"),
                        Head.text(item, "callToAction"),
                        Head.text(item, "link"),
                        Head.text(item, "credit"),
                        details(item, reader),
                        pictures(item),
                        channels(item),
                        missing(item)));
    }

    private static List<Detail> details(JsonNode item, Locale reader) {
        StoryText text = StoryJson.read(item);
        return StoryFields.details(text.type()).stream()
                .map(field -> new Detail(
                        field.label(),
                        Moments.shown(field.kind(), text.one(field.name()), reader)
                                .replace("\n", "; ")))
                .filter(detail -> !detail.value().isBlank())
                .toList();
    }

    private static List<PictureView> pictures(JsonNode item) {
        List<PictureView> pictures = new ArrayList<>();
        item.path("pictures")
                .forEach(picture -> pictures.add(PictureView.of(picture, pictures.size() + 1, null, Map.of())));
        // The first of these is no main picture: that is for pictures only.
        item.path("media").forEach(file -> pictures.add(PictureView.of(file, pictures.size() + 2, null, Map.of())));
        return pictures;
    }

    private static List<Text> channels(JsonNode item) {
        List<Text> texts = new ArrayList<>();
        for (ChannelText channel : ChannelText.values()) {
            String text = Head.text(item.path("channelTexts"), channel.word());
            if (!text.isBlank()) {
                texts.add(new Text(Field.key("field", channel.word()), text, channel.length(text), channel.fits()));
            }
        }
        return texts;
    }

    private static List<String> missing(JsonNode item) {
        List<String> missing = new ArrayList<>();
        item.path("missing").forEach(field -> missing.add(field.asText()));
        return missing;
    }
}
