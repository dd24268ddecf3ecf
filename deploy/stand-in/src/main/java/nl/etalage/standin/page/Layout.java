package nl.etalage.standin.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import nl.etalage.standin.html.Html;

/** What all pages have in common. */
final class Layout {
    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "EEEE d MMMM yyyy 'om' HH.mm 'uur'", DUTCH)
            .withZone(ZoneId.of("Europe/Amsterdam"));

    private Layout() {}

    static Html page(String title, Html content) {
        return Html.of(
                """
                <!DOCTYPE html>
                <html lang="nl">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>{} · Proef-Mastodon</title>
                <link rel="stylesheet" href="/style.css">
                <link rel="icon" href="/icon.svg" type="image/svg+xml">
                </head>
                <body>
                <a class="skip" href="#inhoud">Naar de inhoud</a>
                <header class="top">
                <p class="brand"><a href="/">Proef-Mastodon</a></p>
                <nav aria-label="Menu"><ul><li><a href="/">Accounts</a></li><li><a href="/mail">Mail</a></li></ul></nav>
                </header>
                <main id="inhoud">
                {}
                </main>
                <footer><p>Dit is een nagemaakt Mastodon, om te proberen. Niets hiervan staat op internet.</p></footer>
                </body>
                </html>
                """,
                title,
                content);
    }

    static Html moment(Instant instant) {
        return Html.of("<time datetime=\"{}\">{}</time>", instant, MOMENT.format(instant));
    }

    /** A link to what comes before the last of this list; nothing when the list ended. */
    static Html older(String path, String last, boolean more) {
        return more ? Html.of("<p class=\"older\"><a href=\"{}?before={}\">Ouder</a></p>", path, last) : Html.EMPTY;
    }
}
