package nl.etalage.gateway.console.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Saves a story from its form: first its pictures, then what changed of its text. */
@ApplicationScoped
class SaveStory {

    private static final int UNFIT = 422;

    private final StoryClient stories;
    private final SavePictures pictures;

    SaveStory(@RestClient StoryClient stories, SavePictures pictures) {
        this.stories = stories;
        this.pictures = pictures;
    }

    /**
     * What came of it.
     *
     * @param story as it is stored now
     * @param form what was sent, a stored picture among its pictures
     * @param errors sentences by field; empty when all is saved
     * @param refusal why the text is not saved; null when it is
     */
    record Saved(JsonNode story, StoryForm form, Map<String, String> errors, Refusal refusal) {

        boolean done() {
            return errors.isEmpty() && refusal == null;
        }

        /** The same, with these sentences by field. */
        Saved saying(Map<String, String> sentences) {
            return new Saved(story, form, sentences, refusal);
        }
    }

    /** Saves a draft; what is unfit, sentences by field, keeps its text from being sent. */
    Uni<Saved> save(Editor editor, UUID id, StoryForm form, Map<String, String> unfit) {
        return saved(editor, id, form, unfit, sent -> {
            ObjectNode patch = StoryJson.patch(sent.text(), sent.changed());
            return patch.isEmpty()
                    ? stories.read(editor.bearer(), id)
                    : stories.edit(editor.bearer(), sent.ifMatch(), id, patch.toString());
        });
    }

    /** Corrects a released story: live at once. */
    Uni<Saved> correct(Editor editor, UUID id, StoryForm form, Map<String, String> unfit) {
        return saved(editor, id, form, unfit, sent -> {
            ObjectNode correction = JsonNodeFactory.instance.objectNode();
            correction.put("note", sent.one("note").strip());
            String severity = sent.one("severity");
            correction.put("severity", severity.isEmpty() ? null : severity);
            correction.set("changes", StoryJson.patch(sent.text(), sent.changed()));
            return stories.act(editor.bearer(), sent.ifMatch(), id, "correct", correction);
        });
    }

    private interface Sending {

        Uni<JsonNode> send(StoryForm form);
    }

    private Uni<Saved> saved(Editor editor, UUID id, StoryForm form, Map<String, String> unfit, Sending sending) {
        return pictures.save(editor, form).flatMap(kept -> {
            if (!unfit.isEmpty()) {
                return refused(editor, id, kept, new Refusal(UNFIT, "", unfit));
            }
            return Desk.reached(sending.send(kept.form()))
                    .map(story -> new Saved(story, kept.form(), kept.errors(), null))
                    .onFailure(Desk::refused)
                    .recoverWithUni(refused -> refused(editor, id, kept, Refusal.of(refused)));
        });
    }

    private Uni<Saved> refused(Editor editor, UUID id, SavePictures.Done kept, Refusal refusal) {
        Map<String, String> errors = new HashMap<>(kept.errors());
        errors.putAll(refusal.fields());
        return Desk.reached(stories.read(editor.bearer(), id))
                .map(story -> new Saved(story, kept.form(), errors, refusal));
    }
}
