package nl.etalage.gateway.console.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Reads the whole list of themes, page by page; no more of it than an editor can look through. */
@ApplicationScoped
class AllThemes {

    /** A page of the contract. */
    private static final int PAGE = 100;

    private static final int PAGES = 5;

    private final ThemeClient themes;

    AllThemes(@RestClient ThemeClient themes) {
        this.themes = themes;
    }

    Uni<List<ThemeClient.Theme>> of(Editor editor) {
        return from(editor, null, PAGES);
    }

    private Uni<List<ThemeClient.Theme>> from(Editor editor, String pageToken, int pages) {
        return themes.list(editor.bearer(), PAGE, pageToken)
                .flatMap(page -> page.nextPageToken() == null || pages == 1
                        ? Uni.createFrom().item(page.items())
                        : from(editor, page.nextPageToken(), pages - 1)
                                .map(rest -> Stream.concat(page.items().stream(), rest.stream())
                                        .toList()));
    }
}
