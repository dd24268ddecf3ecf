package nl.etalage.gateway.console.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Saves what was said about the pictures of a story, and stores a new one. What is refused does not stop the rest. */
@ApplicationScoped
class SavePictures {

    private final AssetClient assets;

    SavePictures(@RestClient AssetClient assets) {
        this.assets = assets;
    }

    /**
     * What came of it.
     *
     * @param form the form, with the new picture among the story's own
     * @param errors sentences by field
     */
    record Done(StoryForm form, Map<String, String> errors) {}

    /** A new file is stored first and described then: a description that is refused leaves it in its place. */
    Uni<Done> save(Editor editor, StoryForm form) {
        return stored(editor, form)
                .flatMap(kept -> described(editor, kept.form()).map(errors -> {
                    Map<String, String> all = new HashMap<>(kept.errors());
                    all.putAll(errors);
                    return new Done(kept.form(), all);
                }));
    }

    private Uni<Done> stored(Editor editor, StoryForm form) {
        if (form.upload() == null) {
            return Uni.createFrom().item(new Done(form, Map.of()));
        }
        return Desk.reached(assets.upload(
                        editor.bearer(),
                        form.key() + "-" + form.upload().bytes(),
                        form.upload().file(),
                        JsonNodeFactory.instance.objectNode()))
                .map(asset -> new Done(form.stored(asset.path("id").asText()), Map.<String, String>of()))
                .onFailure(Desk::refused)
                .recoverWithItem(refused ->
                        new Done(form, Map.of("new.file", Refusal.of(refused).first())));
    }

    /** The pictures of a story as they are now, in its order. */
    Uni<List<JsonNode>> read(Editor editor, List<String> ids) {
        List<Uni<JsonNode>> asked = ids.stream()
                .map(id -> Desk.reached(assets.read(editor.bearer(), UUID.fromString(id))))
                .toList();
        return asked.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Uni.join().all(asked).andFailFast();
    }

    private Uni<Map<String, String>> described(Editor editor, StoryForm form) {
        return read(editor, List.copyOf(form.text().all(StoryText.ASSETS))).flatMap(stored -> {
            List<Uni<Map<String, String>>> changes = stored.stream()
                    .filter(asset ->
                            form.pictures().containsKey(asset.path("id").asText()))
                    .filter(asset ->
                            !form.pictures().get(asset.path("id").asText()).saysAs(PictureForm.of(asset)))
                    .map(asset -> describe(editor, form, asset))
                    .toList();
            return changes.isEmpty()
                    ? Uni.createFrom().item(Map.of())
                    : Uni.join().all(changes).andFailFast().map(SavePictures::together);
        });
    }

    private Uni<Map<String, String>> describe(Editor editor, StoryForm form, JsonNode asset) {
        String id = asset.path("id").asText();
        PictureForm said = form.pictures().get(id);
        // Of a file that came with this form nobody saw an earlier version.
        String version = said.version().isEmpty() ? asset.path("version").asText() : said.version();
        return Desk.reached(assets.describe(
                        editor.bearer(),
                        "\"" + version + "\"",
                        UUID.fromString(id),
                        said.metadata().toString()))
                .map(done -> Map.<String, String>of())
                .onFailure(Desk::refused)
                .recoverWithItem(refused -> errors(id, Refusal.of(refused)));
    }

    private static Map<String, String> errors(String id, Refusal refusal) {
        Map<String, String> errors = new HashMap<>();
        refusal.fields().forEach((field, sentence) -> errors.put(name("asset." + id + ".", field), sentence));
        if (errors.isEmpty()) {
            errors.put("asset." + id + ".altText", refusal.sentence());
        }
        return errors;
    }

    private static String name(String prefix, String field) {
        return prefix + field.replace("consent.until", "consentUntil").replace("metadata.", "");
    }

    private static Map<String, String> together(List<Map<String, String>> all) {
        Map<String, String> errors = new HashMap<>();
        all.forEach(errors::putAll);
        return errors;
    }
}
