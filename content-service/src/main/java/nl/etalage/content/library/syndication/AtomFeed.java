package nl.etalage.content.library.syndication;

import javax.xml.stream.XMLStreamException;
import nl.etalage.content.library.LibraryItem;

/**
 * Writes a feed as Atom; what an enclosure can't say of a picture, its credit and licence, is Media RSS.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>
 */
final class AtomFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private AtomFeed() {}

    static String of(Feed feed) {
        return XmlText.document(xml -> xml.element("feed", inside -> {
            inside.vocabulary("", ATOM);
            inside.vocabulary(MediaRss.PREFIX, MediaRss.VOCABULARY);
            inside.attribute("xml:lang", feed.language());
            inside.element("id", feed.self());
            inside.element("title", feed.title());
            inside.element("subtitle", feed.description());
            inside.element("updated", feed.updated().toString());
            inside.element("author", author -> author.element("name", feed.author()));
            link(inside, "self", feed.self(), FeedForm.ATOM_TYPE);
            link(inside, "alternate", feed.home(), null);
            link(inside, "next", feed.next(), FeedForm.ATOM_TYPE);
            for (Feed.Entry entry : feed.entries()) {
                inside.element("entry", one -> entry(one, entry));
            }
        }));
    }

    private static void entry(XmlText xml, Feed.Entry entry) throws XMLStreamException {
        LibraryItem story = entry.item();
        xml.attribute("xml:lang", story.locale());
        xml.element("id", entry.id());
        xml.element("title", story.title());
        xml.element("published", story.appeared().toString());
        xml.element("updated", story.updated().toString());
        xml.element("summary", story.summary());
        for (Feed.Theme theme : entry.themes()) {
            xml.element("category", category -> {
                category.attribute("term", theme.key());
                category.attribute("label", theme.name());
            });
        }
        link(xml, "alternate", story.link(), null);
        for (Feed.Enclosure picture : entry.enclosures()) {
            xml.element("link", link -> {
                link.attribute("rel", "enclosure");
                link.attribute("type", picture.mediaType());
                link.attribute("href", picture.url());
                link.attribute("title", picture.altText());
                // A hint, and none is better than a wrong one.
                link.attribute("length", picture.bytes() == 0 ? null : Long.toString(picture.bytes()));
            });
            MediaRss.content(xml, picture);
        }
        xml.element("content", content -> {
            content.attribute("type", "html");
            content.text(entry.html());
        });
    }

    private static void link(XmlText xml, String relation, String address, String type) throws XMLStreamException {
        if (address != null) {
            xml.element("link", link -> {
                link.attribute("rel", relation);
                link.attribute("type", type);
                link.attribute("href", address);
            });
        }
    }
}
