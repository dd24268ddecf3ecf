package nl.etalage.standin.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.etalage.standin.html.Html;

/**
 * A text as the HTML Mastodon makes of it.
 *
 * @see <a href="https://docs.joinmastodon.org/api/guidelines/#formatting">Formatting</a>
 */
public final class PostHtml {
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|\\n");
    private static final Pattern PARAGRAPH_END = Pattern.compile("\\n{2,}");
    /** Of a link, so much is shown after {@code https://www.}. */
    private static final int SHOWN_OF_A_LINK = 30;

    private final String home;

    /** @param home address of the platform, without a slash at the end */
    public PostHtml(String home) {
        this.home = home;
    }

    public Html of(String text) {
        String even = LINE_END.matcher(text.strip()).replaceAll("\n");
        if (even.isEmpty()) {
            return Html.EMPTY;
        }
        return Html.join(PARAGRAPH_END.splitAsStream(even).map(part -> Html.of("<p>{}</p>", lines(part))));
    }

    /** The hashtags in a text, lower case, without the sign, each once. */
    public static List<String> hashtags(String text) {
        return TextEntity.allIn(text).stream()
                .filter(entity -> entity.kind() == TextEntity.Kind.HASHTAG)
                .map(entity -> entity.in(text).substring(1).toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    private Html lines(String paragraph) {
        return Html.join("<br />", LINE_END.splitAsStream(paragraph).map(this::line));
    }

    private Html line(String line) {
        List<Html> parts = new ArrayList<>();
        int from = 0;
        for (TextEntity entity : TextEntity.allIn(line)) {
            parts.add(Html.of("{}{}", line.substring(from, entity.start()), marked(entity, line)));
            from = entity.end();
        }
        parts.add(Html.of("{}", line.substring(from)));
        return Html.join(parts.stream());
    }

    private Html marked(TextEntity entity, String line) {
        String written = entity.in(line);
        return switch (entity.kind()) {
            case LINK -> link(written);
            case HASHTAG ->
                Html.of(
                        "<a href=\"{}/tags/{}\" class=\"mention hashtag\" rel=\"tag\">#<span>{}</span></a>",
                        home,
                        written.substring(1).toLowerCase(Locale.ROOT),
                        written.substring(1));
            case REMOTE_MENTION -> Html.of("{}", written);
        };
    }

    private static Html link(String address) {
        int start = address.indexOf("://") + 3;
        if (address.startsWith("www.", start)) {
            start += 4;
        }
        int end = Math.min(address.length(), address.offsetByCodePoints(start, shown(address, start)));
        return Html.of(
                "<a href=\"{}\" target=\"_blank\" rel=\"nofollow noopener\" translate=\"no\">"
                        + "<span class=\"invisible\">{}</span><span class=\"{}\">{}</span>"
                        + "<span class=\"invisible\">{}</span></a>",
                address,
                address.substring(0, start),
                end < address.length() ? "ellipsis" : "",
                address.substring(start, end),
                address.substring(end));
    }

    private static int shown(String address, int start) {
        return Math.min(SHOWN_OF_A_LINK, address.codePointCount(start, address.length()));
    }
}
