package nl.etalage.content.library.syndication;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLStreamException;
import nl.etalage.content.library.LibraryItem;

/**
 * Writes a feed as RSS 2.0: the main picture is the enclosure, all of them with alt text and credit are Media RSS.
 *
 * @see <a href="https://www.rssboard.org/rss-specification">RSS 2.0</a>
 * @see <a href="https://www.rssboard.org/rss-profile">RSS Best Practices Profile</a>, which asks for a length of 0 where
 *     a size is unknown
 * @see <a href="https://www.rssboard.org/media-rss">Media RSS 1.5</a>
 */
final class RssFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";

    private RssFeed() {}

    static String of(Feed feed) {
        return XmlText.document(xml -> xml.element("rss", rss -> {
            rss.attribute("version", "2.0");
            rss.vocabulary("atom", ATOM);
            rss.vocabulary("content", CONTENT);
            rss.vocabulary(MediaRss.PREFIX, MediaRss.VOCABULARY);
            rss.element("channel", channel -> channel(channel, feed));
        }));
    }

    private static void channel(XmlText xml, Feed feed) throws XMLStreamException {
        xml.element("title", feed.title());
        xml.element("link", feed.home());
        xml.element("description", feed.description());
        xml.element("language", feed.language());
        xml.element("lastBuildDate", date(feed.updated()));
        link(xml, "self", feed.self());
        link(xml, "next", feed.next());
        for (Feed.Entry entry : feed.entries()) {
            xml.element("item", item -> item(item, entry));
        }
    }

    private static void item(XmlText xml, Feed.Entry entry) throws XMLStreamException {
        LibraryItem story = entry.item();
        xml.element("title", story.title());
        xml.element("link", story.link());
        xml.element("guid", guid -> {
            guid.attribute("isPermaLink", "false");
            guid.text(entry.id());
        });
        xml.element("pubDate", date(story.appeared()));
        xml.element("description", story.summary());
        for (Feed.Theme theme : entry.themes()) {
            xml.element("category", theme.name());
        }
        if (!entry.enclosures().isEmpty()) {
            Feed.Enclosure main = entry.enclosures().get(0);
            xml.element("enclosure", enclosure -> {
                enclosure.attribute("url", main.url());
                enclosure.attribute("length", Long.toString(main.bytes()));
                enclosure.attribute("type", main.mediaType());
            });
        }
        for (Feed.Enclosure picture : entry.enclosures()) {
            MediaRss.content(xml, picture);
        }
        xml.element("content:encoded", entry.html());
    }

    private static void link(XmlText xml, String relation, String address) throws XMLStreamException {
        if (address != null) {
            xml.element("atom:link", link -> {
                link.attribute("rel", relation);
                link.attribute("type", FeedForm.RSS_TYPE);
                link.attribute("href", address);
            });
        }
    }

    private static String date(Instant moment) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(moment.atOffset(ZoneOffset.UTC));
    }
}
