package nl.etalage.content.library.syndication;

import javax.xml.stream.XMLStreamException;

/**
 * Writes a picture with who made it and how it may be used, in RSS and in Atom.
 *
 * @see <a href="https://www.rssboard.org/media-rss">Media RSS 1.5</a>
 */
final class MediaRss {

    static final String PREFIX = "media";
    static final String VOCABULARY = "http://search.yahoo.com/mrss/";

    private MediaRss() {}

    static void content(XmlText xml, Feed.Enclosure picture) throws XMLStreamException {
        xml.element("media:content", media -> inside(media, picture));
    }

    private static void inside(XmlText xml, Feed.Enclosure picture) throws XMLStreamException {
        xml.attribute("url", picture.url());
        xml.attribute("type", picture.mediaType());
        xml.attribute("medium", "image");
        xml.attribute("width", Integer.toString(picture.width()));
        xml.attribute("height", Integer.toString(picture.height()));
        xml.element("media:description", picture.altText());
        xml.element("media:credit", picture.credit());
        if (picture.licencePage() != null) {
            xml.element("media:license", licence -> {
                licence.attribute("type", "text/html");
                licence.attribute("href", picture.licencePage());
                licence.text(picture.licence());
            });
        }
    }
}
