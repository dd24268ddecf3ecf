package nl.etalage.standin.page;

import java.util.List;
import java.util.Optional;
import nl.etalage.standin.html.Html;
import nl.etalage.standin.media.Media;
import nl.etalage.standin.media.MediaLibrary;
import nl.etalage.standin.post.Post;
import nl.etalage.standin.post.PostHtml;

/** A post with its pictures, as people see it. */
final class PostCard {
    private final MediaLibrary library;

    PostCard(MediaLibrary library) {
        this.library = library;
    }

    Html of(Post post) {
        return Html.of(
                """
                <article class="post" aria-labelledby="post-{}">
                <header>
                <img class="avatar" src="/avatars/{}.svg" alt="" width="48" height="48">
                <div><h2 id="post-{}"><a href="/@{}">@{}</a></h2>
                <p class="meta"><a href="{}">{}</a>{}</p></div>
                </header>
                {}<div class="text" lang="{}">{}</div>
                {}</article>
                """,
                post.id(),
                post.account(),
                post.id(),
                post.account(),
                post.account(),
                post.path(),
                Layout.moment(post.createdAt()),
                audience(post),
                warning(post),
                post.language(),
                new PostHtml("").of(post.text()),
                pictures(post));
    }

    private static Html audience(Post post) {
        return switch (post.visibility()) {
            case PUBLIC -> Html.EMPTY;
            case UNLISTED -> Html.of(" <span class=\"badge\">minder zichtbaar</span>");
            case PRIVATE -> Html.of(" <span class=\"badge\">alleen voor volgers</span>");
            case DIRECT -> Html.of(" <span class=\"badge\">alleen voor wie genoemd is</span>");
        };
    }

    private static Html warning(Post post) {
        return post.spoilerText().isBlank()
                ? Html.EMPTY
                : Html.of(
                        "<p class=\"warning\" lang=\"{}\"><strong>Let op:</strong> {}</p>\n",
                        post.language(),
                        post.spoilerText());
    }

    private Html pictures(Post post) {
        List<Media> pictures = post.media().stream()
                .map(library::find)
                .flatMap(Optional::stream)
                .toList();
        return pictures.isEmpty()
                ? Html.EMPTY
                : Html.of(
                        "<div class=\"pictures\" lang=\"{}\">{}</div>\n",
                        post.language(),
                        Html.join(pictures.stream().map(PostCard::picture)));
    }

    private static Html picture(Media media) {
        boolean described = media.description() != null && !media.description().isBlank();
        return Html.of(
                """
                <figure>
                <a href="{}"><img src="{}" alt="{}" width="{}" height="{}" loading="lazy"></a>
                <figcaption{}>{}</figcaption>
                </figure>
                """,
                media.path(),
                media.path(),
                described ? media.description() : "Foto zonder beschrijving",
                media.picture().width(),
                media.picture().height(),
                described ? Html.EMPTY : Html.of(" class=\"missing\" lang=\"nl\""),
                described ? media.description() : "Deze foto heeft geen beschrijving (alt-tekst).");
    }
}
