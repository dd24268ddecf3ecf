package nl.etalage.gateway.console.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.etalage.gateway.console.desk.WriteView.Notices;
import nl.etalage.gateway.console.desk.WriteView.Stamp;

/**
 * What goes on the page of a story: how it is stored, and how it stands in the form.
 *
 * @param pictures what was typed about pictures, by id; those that are not in it are shown as stored
 * @param coming what was typed about a picture that is still to come
 * @param errors sentences by field
 */
record Sheet(
        JsonNode story,
        boolean correcting,
        Meeting meeting,
        Stamp stamp,
        Map<String, PictureForm> pictures,
        PictureForm coming,
        Map<String, String> errors,
        Notices notices) {

    private static final PictureForm NOTHING_SAID =
            new PictureForm("", "", "", "", "", null, null, List.of(), null, null, "");

    /** As it is stored. */
    static Sheet fresh(JsonNode story, boolean correcting, Notices notices) {
        StoryText text = StoryJson.read(story);
        return new Sheet(
                story,
                correcting,
                Meeting.alone(text),
                stamp(story.path("version").asText(), Fingerprints.of(text)),
                Map.of(),
                NOTHING_SAID,
                Map.of(),
                notices);
    }

    /** As it was typed, where not all of it could be saved. */
    static Sheet again(SaveStory.Saved saved, boolean correcting) {
        StoryForm form = saved.form();
        StoryText stored = StoryJson.read(saved.story());
        boolean outdated = saved.refusal() != null && saved.refusal().outdated();
        boolean kept = saved.refusal() == null || outdated;
        Meeting meeting = outdated
                ? Meeting.of(form.base(), form.text(), stored)
                : Meeting.alone(Meeting.whole(form.text(), stored));
        Notices notices = new Notices(
                saved.refusal() == null,
                null,
                false,
                meeting.met(),
                saved.refusal() == null || outdated ? null : saved.refusal().sentence(),
                form.one("note"),
                form.one("severity"));
        return new Sheet(
                saved.story(),
                correcting,
                meeting,
                kept
                        ? stamp(saved.story().path("version").asText(), Fingerprints.of(stored))
                        : stamp(form.one("version"), form.base()),
                typed(form, saved),
                form.upload() == null ? NOTHING_SAID : form.upload().said(),
                saved.errors(),
                notices);
    }

    /** Descriptions that were refused stay as they were typed; the others were saved, and have another version now. */
    private static Map<String, PictureForm> typed(StoryForm form, SaveStory.Saved saved) {
        Map<String, PictureForm> refused = new HashMap<>();
        form.pictures().forEach((id, said) -> {
            if (saved.errors().keySet().stream().anyMatch(field -> field.startsWith("asset." + id + "."))) {
                refused.put(id, said);
            }
        });
        return refused;
    }

    private static Stamp stamp(String version, Fingerprints base) {
        return new Stamp(version, UUID.randomUUID().toString(), base.written());
    }
}
