package nl.etalage.gateway.console.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The place on the page for captions in one more language.
 *
 * @param prefix how its fields are named in the form
 * @param said what stands there
 * @param languageError sentence about the language; null when all is well
 * @param textError sentence about the text; null when all is well
 * @param reader whose words for languages the page has
 */
record CaptionsRow(String prefix, CaptionsForm said, String languageError, String textError, Locale reader) {

    /** Languages beside the first, as many as a film can have. */
    static final int MOST = 9;

    /** Where these fields stand among those of their film. */
    static final String FIELD = "otherCaptions.";

    /** Those that there are, and one to fill in. */
    static List<CaptionsRow> of(PictureView picture) {
        List<CaptionsForm> others = new ArrayList<>(picture.said().otherCaptions());
        if (others.size() < MOST) {
            others.add(CaptionsForm.NONE);
        }
        List<CaptionsRow> rows = new ArrayList<>();
        for (CaptionsForm other : others) {
            String field = FIELD + rows.size() + ".";
            rows.add(new CaptionsRow(
                    picture.prefix() + field,
                    other,
                    picture.error(field + "language"),
                    picture.error(field + "text"),
                    picture.reader()));
        }
        return rows;
    }

    public String id() {
        return FieldView.id(prefix);
    }

    /** Whether there are captions here already. */
    public boolean there() {
        return !said.blank();
    }

    /** The language in words; empty where none is chosen. */
    public String name() {
        return said.language().isEmpty() ? "" : CaptionsForm.name(said.language(), reader);
    }

    /** Languages to choose from, none first. */
    public List<FieldView.Option> languages() {
        List<FieldView.Option> options = new ArrayList<>();
        options.add(new FieldView.Option(
                "", "captionsNoLanguage", null, said.language().isEmpty()));
        options.addAll(CaptionsForm.languages(said.language(), reader));
        return options;
    }

    public boolean wrong() {
        return languageError != null || textError != null;
    }
}
