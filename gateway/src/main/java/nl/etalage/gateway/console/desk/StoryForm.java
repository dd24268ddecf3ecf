package nl.etalage.gateway.console.desk;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What somebody sent from the page of a story.
 *
 * @param raw every field but the file, as it came
 * @param text the story as it stands in the form; only parts that were in the form
 * @param pictures what was said about each of its pictures, by id
 * @param upload a new picture; null without
 */
record StoryForm(Map<String, List<String>> raw, StoryText text, Map<String, PictureForm> pictures, Upload upload) {

    /** Version the page was made for. */
    String ifMatch() {
        return "\"" + one("version") + "\"";
    }

    Fingerprints base() {
        return Fingerprints.read(one("base"));
    }

    /** What to do once it is saved: {@code save}, {@code submit}, {@code pictures} or {@code preview}. */
    String action() {
        return one("do");
    }

    /** Idempotency key of the form. */
    String key() {
        return one("key");
    }

    String one(String name) {
        return String.join("\n", raw.getOrDefault(name, List.of()));
    }

    /** Parts of which the other's text is taken. */
    Set<String> taken() {
        Set<String> taken = new LinkedHashSet<>();
        text.names().stream()
                .filter(part -> one("take." + part).equals("theirs"))
                .forEach(taken::add);
        return taken;
    }

    /** Parts that differ from what the form began with. */
    Set<String> changed() {
        Fingerprints base = base();
        Set<String> changed = new LinkedHashSet<>();
        text.names().stream().filter(part -> !base.same(part, text)).forEach(changed::add);
        changed.removeAll(taken());
        return changed;
    }

    /** With a picture that is stored now, among the story's own, and no longer has to be sent. */
    StoryForm stored(String asset) {
        Map<String, List<String>> rest = new LinkedHashMap<>(raw);
        rest.keySet().removeIf(name -> name.startsWith("new."));
        Map<String, PictureForm> described = new LinkedHashMap<>(pictures);
        described.put(asset, upload.said());
        return new StoryForm(rest, text.withAssets(List.of(asset)), described, null);
    }

    /**
     * A new picture.
     *
     * @param file where it is, until the request ends
     * @param bytes its length; 0 when nothing was chosen
     */
    record Upload(java.nio.file.Path file, long bytes, PictureForm said) {}
}
