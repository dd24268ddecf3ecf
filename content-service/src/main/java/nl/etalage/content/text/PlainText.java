package nl.etalage.content.text;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.ArrayList;
import java.util.List;

/** Markdown as somebody would type it where there is no markup: dashes for lists, a link's address after its words. */
final class PlainText {

    /** The text of a document; one empty line between blocks. */
    String of(Node document) {
        return blocks(document, "\n\n").strip();
    }

    private String blocks(Node parent, String between) {
        List<String> blocks = new ArrayList<>();
        for (Node child : parent.getChildren()) {
            String text = block(child).stripTrailing();
            if (!text.isBlank()) {
                blocks.add(text);
            }
        }
        return String.join(between, blocks);
    }

    private String block(Node node) {
        if (node instanceof HtmlBlock || node instanceof Reference || node instanceof ThematicBreak) {
            return "";
        }
        if (node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock) {
            return node.getChildChars().toString().stripIndent();
        }
        if (node instanceof ListBlock list) {
            return list(list);
        }
        if (node instanceof BlockQuote) {
            return "“" + blocks(node, "\n\n") + "”";
        }
        return node.getFirstChild() instanceof Block ? blocks(node, "\n\n") : inlines(node);
    }

    private String list(ListBlock list) {
        List<String> items = new ArrayList<>();
        int number = list instanceof OrderedList ordered ? ordered.getStartNumber() : 0;
        for (Node item : list.getChildren()) {
            if (!(item instanceof ListItem)) {
                continue;
            }
            String mark = list instanceof OrderedList ? number++ + ". " : "- ";
            items.add(mark + blocks(item, "\n").replace("\n", "\n" + " ".repeat(mark.length())));
        }
        return String.join("\n", items);
    }

    private String inlines(Node parent) {
        StringBuilder text = new StringBuilder();
        for (Node child : parent.getChildren()) {
            inline(child, text);
        }
        return text.toString();
    }

    private void inline(Node node, StringBuilder text) {
        if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
            text.append('\n');
        } else if (node instanceof Link link) {
            link(inlines(link), Escaping.unescapeString(link.getUrl()), text);
        } else if (node instanceof LinkRef reference && reference.getReferenceNode(reference.getDocument()) != null) {
            Reference target = reference.getReferenceNode(reference.getDocument());
            link(inlines(reference), Escaping.unescapeString(target.getUrl()), text);
        } else if (node instanceof AutoLink autoLink) {
            text.append(autoLink.getText());
        } else if (node instanceof MailLink mail) {
            text.append(mail.getText());
        } else if (node instanceof Code code) {
            text.append(code.getText());
        } else if (node instanceof HtmlEntity entity) {
            text.append(Escaping.unescapeHtml(entity.getChars()));
        } else if (node instanceof Text words) {
            text.append(Escaping.unescapeString(words.getChars()));
        } else if (!(node instanceof HtmlInlineBase) && !(node instanceof Image)) {
            text.append(node.hasChildren() ? inlines(node) : node.getChars().toString());
        }
    }

    private static void link(String words, String address, StringBuilder text) {
        String target = address.startsWith("mailto:") ? address.substring("mailto:".length()) : address;
        boolean safe = address.matches("(?i)(https?://|mailto:).*");
        text.append(words);
        if (safe && !words.contains(target)) {
            text.append(words.isBlank() ? "" : " (").append(target).append(words.isBlank() ? "" : ")");
        }
    }
}
