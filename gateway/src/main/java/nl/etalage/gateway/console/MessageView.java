package nl.etalage.gateway.console;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import nl.etalage.gateway.console.SchedulingClient.Channel;
import nl.etalage.gateway.console.SchedulingClient.Picture;
import nl.etalage.gateway.console.SchedulingClient.Publication;

/**
 * One message as a person sees it.
 *
 * @param channel what the shop calls the place it goes to; null when unknown
 * @param moment when it was planned, in words
 * @param turn whether the reader is to post it now
 * @param state key of its state
 * @param permalink where it can be read; null when unknown
 * @param warning key of a sentence that must not be missed; null without
 */
record MessageView(
        String id,
        String text,
        List<PictureView> pictures,
        String channel,
        String moment,
        boolean turn,
        String state,
        String tone,
        String permalink,
        String warning,
        long version) {

    /** @param number from 1 */
    record PictureView(int number, String url, String altText, String credit) {}

    static MessageView of(Publication publication, Channel channel, Locale locale) {
        String state = publication.state() == null ? "" : publication.state();
        return new MessageView(
                publication.id().toString(),
                publication.text() == null ? "" : publication.text(),
                pictures(publication.assets()),
                channel == null ? null : channel.account(),
                MessageWords.moment(publication.localTime(), locale),
                publication.assisted() && state.equals("publishing"),
                MessageWords.state(state, publication.assisted()),
                MessageWords.tone(state),
                publication.permalink(),
                warning(state),
                publication.version());
    }

    private static String warning(String state) {
        return switch (state) {
            case "recalled" -> "messageRecalled";
            case "removing" -> "messageRemoving";
            default -> null;
        };
    }

    private static List<PictureView> pictures(List<Picture> pictures) {
        return IntStream.range(0, pictures.size())
                .mapToObj(index -> {
                    Picture picture = pictures.get(index);
                    return new PictureView(index + 1, picture.url(), picture.altText(), picture.credit());
                })
                .toList();
    }
}
