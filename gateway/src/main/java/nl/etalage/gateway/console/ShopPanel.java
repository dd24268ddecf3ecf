package nl.etalage.gateway.console;

import java.util.List;

/**
 * What one shop sees on the first page. A part of it whose service is away is null; the page says so and shows the
 * rest.
 *
 * @param planned what goes out in coming days, soonest first
 * @param sent what went out lately, latest first
 * @param stories the newest stories, as they came
 */
record ShopPanel(String slug, String name, List<MessageLine> planned, List<MessageLine> sent, List<StoryLine> stories) {

    /**
     * A message in a list.
     *
     * @param moment in words, in the shop's own time
     * @param channel name of the channel; null when unknown
     * @param state key of the state
     * @param tone {@code good}, {@code wait}, {@code bad} or {@code calm}, for its colour
     * @param turn whether a person has to post it now
     */
    record MessageLine(
            String id,
            String text,
            String moment,
            String channel,
            String state,
            String tone,
            boolean turn,
            String permalink) {}

    /** A story in a list; {@code type} is a key. */
    record StoryLine(String type, String title, String summary) {}
}
