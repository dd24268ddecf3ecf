package nl.etalage.gateway.console.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.etalage.gateway.console.desk.ThemesView.Line;

/** Makes the pages of the list of themes. */
@RequestScoped
class ThemePages {

    private static final int OK = 200;

    private final Desk desk;
    private final AllThemes themes;

    ThemePages(Desk desk, AllThemes themes) {
        this.desk = desk;
        this.themes = themes;
    }

    /** The list, with a form for a new one. */
    Uni<Response> list(Editor editor, ThemeForm form, Refusal refusal, String done) {
        return Desk.reached(themes.of(editor)).map(all -> {
            ThemesView view = view(editor, lines(all), Named.NONE, new Said(form, refusal, null, done));
            return desk.page(status(refusal), DeskPages.themes(desk.frame(editor), view));
        });
    }

    /** One theme, with a form to change it and one to make it part of another. */
    Uni<Response> one(Editor editor, ThemeClient.Theme theme, ThemeForm form, Refusal refusal) {
        return one(editor, theme, new Said(form, refusal, null, null), status(refusal));
    }

    /** The same, after it could not become part of another. */
    Uni<Response> unmerged(Editor editor, ThemeClient.Theme theme, Refusal refusal) {
        return one(editor, theme, new Said(ThemeForm.of(theme), null, refusal.first(), null), refusal.status());
    }

    /**
     * What stands in the form, and what is said about it.
     *
     * @param merging as {@link ThemesView} has it
     */
    private record Said(ThemeForm form, Refusal refusal, String merging, String done) {}

    /** The theme that a page is about. */
    private record Named(String key, String name) {

        static final Named NONE = new Named(null, null);
    }

    private Uni<Response> one(Editor editor, ThemeClient.Theme theme, Said said, int status) {
        return Desk.reached(themes.of(editor)).map(all -> {
            List<ThemeClient.Theme> others = all.stream()
                    .filter(other -> other.active() && !other.key().equals(theme.key()))
                    .toList();
            ThemesView view = view(editor, lines(others), new Named(theme.key(), theme.called(desk.locale())), said);
            return desk.page(status, DeskPages.theme(desk.frame(editor), view));
        });
    }

    private List<Line> lines(List<ThemeClient.Theme> shown) {
        Locale locale = desk.locale();
        return shown.stream()
                .map(theme -> line(theme, locale))
                .sorted(Comparator.comparing((Line line) -> line.name().toLowerCase(locale)))
                .toList();
    }

    private static int status(Refusal refusal) {
        return refusal == null ? OK : refusal.status();
    }

    private static ThemesView view(Editor editor, List<Line> lines, Named theme, Said said) {
        Refusal refusal = said.refusal();
        return new ThemesView(
                lines,
                editor.writes(),
                theme.key(),
                theme.name(),
                said.form(),
                UUID.randomUUID().toString(),
                refusal == null ? Map.of() : errors(refusal),
                refusal == null ? null : refusal.sentence(),
                said.merging(),
                said.done());
    }

    private static Line line(ThemeClient.Theme theme, Locale locale) {
        String name = theme.called(locale);
        String other = name.equals(theme.name().nl())
                ? theme.name().en()
                : theme.name().nl();
        return new Line(
                theme.key(),
                name,
                name.equals(other) ? null : other,
                String.join(", ", theme.synonyms()),
                theme.active());
    }

    /** A key that is taken or can't be made is said at the name that it is made of. */
    private static Map<String, String> errors(Refusal refusal) {
        Map<String, String> errors = new LinkedHashMap<>();
        refusal.fields().forEach((field, sentence) -> {
            String shown = field.startsWith("synonyms") ? "synonyms" : field.equals("name.en") ? "en" : "nl";
            errors.merge(shown, sentence, (one, other) -> one.equals(other) ? one : one + " " + other);
        });
        return errors;
    }
}
