package nl.etalage.content.library.syndication;

import java.time.Instant;
import java.util.List;
import nl.etalage.content.library.LibraryItem;

/**
 * A page of a library as a feed, before it takes a form.
 *
 * @param self its lasting address, which never holds a secret
 * @param next absolute address of the next page; null on the last one, and where that address would hold a secret
 * @param home page of the shop
 * @param author who says it: the shop
 * @param language of the shop, such as {@code nl}
 * @param updated when the newest change was
 */
record Feed(
        String self,
        String next,
        String home,
        String title,
        String description,
        String author,
        String language,
        Instant updated,
        List<Entry> entries) {

    Feed {
        entries = List.copyOf(entries);
    }

    /**
     * A story in a feed.
     *
     * @param themes in the language of the feed
     * @param enclosures its pictures, the main one first
     * @param thanks whom the story is owed to, in a sentence; null for nobody
     */
    record Entry(LibraryItem item, List<Theme> themes, List<Enclosure> enclosures, String thanks) {

        Entry {
            themes = List.copyOf(themes);
            enclosures = List.copyOf(enclosures);
        }

        /** Lasting, and the same in every form. */
        String id() {
            return "urn:uuid:" + item.id();
        }

        /** The body and, as most readers show nothing else, whom the story and its pictures are owed to. */
        String html() {
            return (item.bodyHtml() == null ? "" : item.bodyHtml()) + CreditLine.of(enclosures, thanks);
        }
    }

    /**
     * What a story is about.
     *
     * @param key of the network's list, which never changes
     * @param name for people
     */
    record Theme(String key, String name) {}

    /**
     * A picture with a story, in the form for the web.
     *
     * @param bytes 0 while nobody has seen it in this form, as it is made on first sight
     * @param credit who made it; null where nobody says
     * @param licence {@code own} or an SPDX id; null where nobody says
     */
    record Enclosure(
            String url,
            String mediaType,
            long bytes,
            int width,
            int height,
            String altText,
            String credit,
            String licence) {

        /** A page about the licence; null where there is none, or nobody says. */
        String licencePage() {
            return licence == null || licence.equals("own") || licence.startsWith("LicenseRef-")
                    ? null
                    : "https://spdx.org/licenses/" + licence + ".html";
        }
    }
}
