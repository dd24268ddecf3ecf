package nl.etalage.gateway.console.desk;

import com.fasterxml.jackson.databind.JsonNode;
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

    Uni<Done> save(Editor editor, StoryForm form) {
        return described(editor, form).flatMap(errors -> {
            if (form.upload() == null) {
                return Uni.createFrom().item(new Done(form, errors));
            }
            return Desk.reached(assets.upload(
                            editor.bearer(),
                            form.key() + "-" + form.upload().bytes(),
                            form.upload().file(),
                            form.upload().said().metadata()))
                    .map(asset -> new Done(form.stored(asset.path("id").asText()), errors))
                    .onFailure(Desk::refused)
                    .recoverWithItem(refused -> {
                        Map<String, String> all = new HashMap<>(errors);
                        Refusal refusal = Refusal.of(refused);
                        refusal.fields().forEach((field, sentence) -> all.put(name("new.", field), sentence));
                        if (refusal.fields().isEmpty()) {
                            all.put("new.file", refusal.sentence());
                        }
                        return new Done(form, all);
                    });
        });
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
                    .map(asset -> describe(editor, form, asset.path("id").asText()))
                    .toList();
            return changes.isEmpty()
                    ? Uni.createFrom().item(Map.of())
                    : Uni.join().all(changes).andFailFast().map(SavePictures::together);
        });
    }

    private Uni<Map<String, String>> describe(Editor editor, StoryForm form, String id) {
        PictureForm said = form.pictures().get(id);
        return Desk.reached(assets.describe(
                        editor.bearer(),
                        "\"" + said.version() + "\"",
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
