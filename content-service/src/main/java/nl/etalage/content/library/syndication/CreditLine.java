package nl.etalage.content.library.syndication;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A line of HTML below a story that says whom it and its pictures are owed to. */
final class CreditLine {

    private CreditLine() {}

    /**
     * The line; empty where there is nobody to name.
     *
     * @param thanks whom the story is owed to, in a sentence; null for nobody
     */
    static String of(List<Feed.Enclosure> pictures, String thanks) {
        String line = Stream.concat(
                        pictures.stream().map(CreditLine::picture),
                        Stream.ofNullable(thanks).map(CreditLine::escaped))
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(" · "));
        return line.isEmpty() ? "" : "\n<p><small>" + line + "</small></p>";
    }

    private static String picture(Feed.Enclosure picture) {
        String credit = picture.credit() == null || picture.credit().isBlank() ? null : escaped(picture.credit());
        if (picture.licencePage() == null) {
            return credit;
        }
        String licence = "<a href=\"" + escaped(picture.licencePage()) + "\" rel=\"license\">"
                + escaped(picture.licence()) + "</a>";
        return credit == null ? licence : credit + " (" + licence + ")";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
