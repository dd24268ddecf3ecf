package nl.etalage.standin.post;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.etalage.standin.api.Fields;
import nl.etalage.standin.api.Refusal;

/**
 * What someone wants to post.
 *
 * @param spoilerText warning before the text; empty for none
 * @param inReplyTo id of another post; null for none
 */
record Draft(
        String text,
        String spoilerText,
        boolean sensitive,
        String language,
        Visibility visibility,
        Long inReplyTo,
        List<Long> media) {
    private static final String USUAL_LANGUAGE = "nl";
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    /** @throws Refusal 422 when a field asks what this platform can't do */
    static Draft from(Fields fields) {
        if (fields.has("scheduled_at")) {
            throw Refusal.invalid("Validation failed: the stand-in does not schedule posts");
        }
        if (fields.has("poll")) {
            throw Refusal.invalid("Validation failed: the stand-in has no polls");
        }
        String text = fields.text("status").orElse("");
        String spoiler = fields.text("spoiler_text").orElse("");
        boolean onlySpoiler = text.isBlank() && !spoiler.isBlank();
        return new Draft(
                onlySpoiler ? spoiler : text,
                onlySpoiler ? "" : spoiler,
                fields.isTrue("sensitive") || !spoiler.isBlank(),
                language(fields),
                visibility(fields),
                fields.text("in_reply_to_id")
                        .filter(id -> !id.isBlank())
                        .map(Draft::number)
                        .orElse(null),
                fields.list("media_ids").stream().map(Draft::number).toList());
    }

    /** @throws Refusal 422 when the text is missing or too long */
    void requireAcceptableText() {
        if (text.isBlank() && media.isEmpty()) {
            throw Refusal.invalid("Validation failed: Text can't be blank");
        }
        if (PostLength.of(spoilerText, text) > PostLength.LIMIT) {
            throw Refusal.invalid("Validation failed: Text character limit of 500 exceeded");
        }
    }

    private static Visibility visibility(Fields fields) {
        Optional<String> name = fields.text("visibility").filter(value -> !value.isBlank());
        try {
            return name.map(Visibility::named).orElse(Visibility.PUBLIC);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("Validation failed: Visibility is not included in the list");
        }
    }

    private static String language(Fields fields) {
        return fields.text("language")
                .map(tag -> tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT))
                .filter(LANGUAGES::contains)
                .orElse(USUAL_LANGUAGE);
    }

    // An id that isn't a number is no one's, like 0.
    private static long number(String id) {
        try {
            return Long.parseLong(id.trim());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
