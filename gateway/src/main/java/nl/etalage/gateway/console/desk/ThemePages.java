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

    private final Desk desk;
    private final AllThemes themes;

    ThemePages(Desk desk, AllThemes themes) {
        this.desk = desk;
        this.themes = themes;
    }

    /** The list, with a form for a new one. */
    Uni<Response> list(Editor editor, ThemeForm form, Refusal refusal, String done) {
        return Desk.reached(themes.of(editor)).map(all -> {
            Locale locale = desk.locale();
            List<Line> lines = all.stream()
                    .map(theme -> line(theme, locale))
                    .sorted(Comparator.comparing((Line line) -> line.name().toLowerCase(locale)))
                    .toList();
            return page(editor, lines, null, form, refusal, done);
        });
    }

    Response one(Editor editor, ThemeClient.Theme theme, ThemeForm form, Refusal refusal) {
        return page(editor, List.of(), theme.called(desk.locale()), form, refusal, null);
    }

    private Response page(Editor editor, List<Line> lines, String name, ThemeForm form, Refusal refusal, String done) {
        ThemesView view = new ThemesView(
                lines,
                editor.writes(),
                name,
                form,
                UUID.randomUUID().toString(),
                refusal == null ? Map.of() : errors(refusal),
                refusal == null ? null : refusal.sentence(),
                done);
        return desk.page(
                refusal == null ? 200 : refusal.status(),
                name == null ? DeskPages.themes(desk.frame(editor), view) : DeskPages.theme(desk.frame(editor), view));
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
