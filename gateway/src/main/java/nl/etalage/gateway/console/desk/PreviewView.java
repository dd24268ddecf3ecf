package nl.etalage.gateway.console.desk;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A story as a shop would get it, and the shops where something in it stays empty.
 *
 * @param head of the story
 * @param words what was typed to find a shop
 * @param shops those that were found, when it was not exactly one
 * @param item how it looks; null as long as no shop is chosen
 * @param empty shops with an empty field, on this page
 * @param next address of the next page of those; null on the last
 */
record PreviewView(Head head, String words, List<NetworkClient.Shop> shops, Item item, List<Empty> empty, String next) {

    /**
     * The story, filled for one shop.
     *
     * @param locale language of the story
     * @param bodyHtml made harmless by the service
     * @param missing fields that are empty there
     */
    record Item(
            NetworkClient.Shop shop,
            String locale,
            String title,
            String summary,
            String bodyHtml,
            String readerValue,
            String question,
            String callToAction,
            String link,
            String credit,
            List<Detail> details,
            List<PictureView> pictures,
            List<Text> channels,
            List<String> missing) {

        /** The same, with what is missing in words. */
        Item missing(UnaryOperator<String> called) {
            return new Item(
                    shop,
                    locale,
                    title,
                    summary,
                    bodyHtml,
                    readerValue,
                    question,
                    callToAction,
                    link,
                    credit,
                    details,
                    pictures,
                    channels,
                    missing.stream().map(called).toList());
        }
    }

    /** A field of the type. */
    record Detail(String label, String value) {}

    /** The text for one channel, with how much of what fits it takes. */
    record Text(String label, String text, int length, int fits) {

        public boolean over() {
            return length > fits;
        }
    }

    /** A shop with fields that are empty there. */
    record Empty(String slug, String name, List<String> fields) {}
}
