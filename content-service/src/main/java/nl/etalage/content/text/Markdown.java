package nl.etalage.content.text;

import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;
import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * CommonMark, in which bodies are written. It is stored as written and made harmless on the way out.
 *
 * @see <a href="https://spec.commonmark.org/0.31.2/">CommonMark</a>
 */
public final class Markdown {

    /** Deeper nesting of quotations, lists and emphasis than this is no text for people; renderers recurse over it. */
    private static final int DEEPEST = 40;

    /** What opens a quotation or a list item; a line may open many, one inside the other. */
    private static final Pattern OPENERS = Pattern.compile(
            "^(?:[ \\t]*(?:>|[-+*](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))){" + DEEPEST + "}", Pattern.MULTILINE);

    /** Whatever opens a level of Markdown has one of these, or is a number with a point or bracket. */
    private static final String MARKS = "*_>[-+`#<!~=|&\\";

    /** A mark opens two levels at most, as one of a list does; around these there are a few more. */
    private static final int SHALLOW = (DEEPEST - 6) / 2;

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder().build();

    /** What a story needs. Pictures are assets with alt text and credit, so there are none in the text. */
    private static final PolicyFactory HARMLESS = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "br",
                    "hr",
                    "em",
                    "strong",
                    "ul",
                    "ol",
                    "li",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "blockquote",
                    "code",
                    "pre",
                    "a")
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("start")
            .onElements("ol")
            .allowUrlProtocols("https", "http", "mailto", "tel")
            .toFactory();

    private Markdown() {}

    /** As HTML that a page can take in: no script, no style, no picture, links only to web, mail and telephone. */
    public static String toHtml(String markdown) {
        return markdown == null
                ? null
                : HARMLESS.sanitize(HTML.render(parse(markdown))).strip();
    }

    /** As text for a platform that knows no markup. */
    public static String toText(String markdown) {
        return markdown == null ? null : new PlainText().of(parse(markdown));
    }

    /** Whether a text nests too deep to be shown. */
    public static boolean tooDeep(String markdown) {
        if (shallow(markdown)) {
            return false;
        }
        // The parser itself recurses over what one line opens.
        if (OPENERS.matcher(markdown).find()) {
            return true;
        }
        return deep(parse(markdown));
    }

    /** Whether it has too few marks to be deep, which spares most texts the parser. */
    static boolean shallow(String markdown) {
        int marks = 0;
        for (int at = 0; at < markdown.length() && marks <= SHALLOW; at++) {
            char character = markdown.charAt(at);
            boolean numbered =
                    (character == '.' || character == ')') && at > 0 && Character.isDigit(markdown.charAt(at - 1));
            if (numbered || MARKS.indexOf(character) >= 0) {
                marks++;
            }
        }
        return marks <= SHALLOW;
    }

    static boolean deep(Node document) {
        int depth = 0;
        Node node = document;
        while (node != null) {
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
                if (depth > DEEPEST) {
                    return true;
                }
                continue;
            }
            while (node != document && node.getNext() == null) {
                node = node.getParent();
                depth--;
            }
            node = node == document ? null : node.getNext();
        }
        return false;
    }

    static Node parse(String markdown) {
        return PARSER.parse(markdown);
    }
}
