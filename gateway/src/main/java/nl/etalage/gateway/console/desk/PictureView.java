package nl.etalage.gateway.console.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A picture, film, sound or paper on the page of a story.
 *
 * @param number from 1
 * @param said what is said about it, as it stands in the form
 * @param errors sentences by what they are about
 * @param ended whether its people no longer agree, so that it can't be used
 * @param file what it is
 * @param locale of the story it belongs to
 * @param reader language of the page
 */
record PictureView(
        String id,
        int number,
        PictureForm said,
        Map<String, String> errors,
        boolean ended,
        ShownFile file,
        String locale,
        Locale reader) {

    private static final String DUTCH = "nl";

    /** What is offered; any other SPDX id that is there already stays. */
    private static final List<String> LICENCES = List.of("own", "CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0");

    static PictureView of(JsonNode asset, int number, PictureForm typed, Map<String, String> errors) {
        return new PictureView(
                asset.path("id").asText(),
                number,
                typed == null ? PictureForm.of(asset) : typed,
                errors,
                "consent-ended".equals(asset.path("state").asText()),
                ShownFile.of(asset),
                DUTCH,
                Locale.forLanguageTag(DUTCH));
    }

    /** The same with a story in this language, empty where nobody said which, on a page in that of the reader. */
    PictureView in(String language, Locale page) {
        return new PictureView(id, number, said, errors, ended, file, language.isEmpty() ? locale : language, page);
    }

    /** The place of a picture that is still to come. */
    static PictureView coming(PictureForm typed, Map<String, String> errors) {
        return new PictureView("", 0, typed, errors, false, ShownFile.PICTURE, DUTCH, Locale.forLanguageTag(DUTCH));
    }

    public boolean main() {
        return number == 1;
    }

    /** How its fields are named in the form. */
    public String prefix() {
        return id.isEmpty() ? "new." : "asset." + id + ".";
    }

    public String idPrefix() {
        return FieldView.id(prefix());
    }

    public String source() {
        return "/api/v1/assets/" + id + "/renditions/web-480";
    }

    public String large() {
        return "/api/v1/assets/" + id + "/renditions/web-960";
    }

    /** The film, sound or paper itself. */
    public String whole() {
        return "/api/v1/assets/" + id + "/renditions/file";
    }

    /** What is said in a film, as WebVTT, in the language of a track. */
    public String track(String form) {
        return "/api/v1/assets/" + id + "/renditions/" + form;
    }

    /** Languages for the film's first captions, that of the story chosen where nobody did. */
    public List<FieldView.Option> languages() {
        String said = this.said.captionsLanguage();
        return CaptionsForm.languages(said == null || said.isEmpty() ? locale : said, reader);
    }

    /** Places for captions in other languages. */
    public List<CaptionsRow> otherCaptions() {
        return CaptionsRow.of(this);
    }

    public boolean wrongOtherCaptions() {
        return otherCaptions().stream().anyMatch(CaptionsRow::wrong);
    }

    public String error(String field) {
        return errors.get(prefix() + field);
    }

    public List<FieldView.Option> licences() {
        return licences(said.licence());
    }

    private static List<FieldView.Option> licences(String chosen) {
        List<FieldView.Option> options = new ArrayList<>();
        options.add(new FieldView.Option("", "licenceUnknown", null, chosen.isEmpty()));
        LICENCES.forEach(licence -> options.add(new FieldView.Option(
                licence, "licence" + licence.replaceAll("[^A-Za-z0-9]", ""), null, licence.equals(chosen))));
        if (!chosen.isEmpty() && !LICENCES.contains(chosen)) {
            options.add(new FieldView.Option(chosen, null, chosen, true));
        }
        return options;
    }

    public List<FieldView.Option> consents() {
        return List.of(
                new FieldView.Option("", "consentNone", null, said.consent().isEmpty()),
                new FieldView.Option("yes", "consentYes", null, said.consent().equals("yes")),
                new FieldView.Option("no", "consentNo", null, said.consent().equals("no")));
    }
}
