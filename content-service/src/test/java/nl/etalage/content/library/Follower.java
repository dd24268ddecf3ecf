package nl.etalage.content.library;

import static nl.etalage.content.Network.machine;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A webshop that follows its shop's library as it should: from the last event it heard, again and again. An answer has
 * whatever came first, and where tests share a clock that may well be another test's story; so nobody may expect a story
 * of its own in one answer.
 */
public final class Follower {

    private static final String EVENTS = "/api/v1/library/events?shop={shop}";

    /** Longer than our patience: whoever hears of a story was woken for it, not sent away at the end of the wait. */
    private static final long WAIT_MILLIS = 30_000;

    /** Far more than anything takes, for a machine that is busy with other things. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(25);

    private final String shop;
    private final List<Told> heard = new ArrayList<>();
    private String position;

    private Follower(String shop, String position) {
        this.shop = shop;
        this.position = position;
    }

    /**
     * An event.
     *
     * @param story null of one that is about the shop as a whole
     * @param reason null where there is none
     */
    public record Told(String type, String story, String change, String reason) {

        @Override
        public String toString() {
            return story + " " + change + (reason == null ? "" : " " + reason);
        }
    }

    /** One that has heard everything there is. */
    public static Follower ofAllSoFar(String shop) {
        Follower follower = new Follower(shop, null);
        follower.catchUp();
        follower.heard.clear();
        return follower;
    }

    /** The last event it heard; null when there was none yet. */
    public String position() {
        return position;
    }

    /** Every event of these stories that it ever hears, once there is nothing more to hear. */
    public List<Told> of(String... stories) {
        catchUp();
        Set<String> wanted = new HashSet<>(Arrays.asList(stories));
        return heard.stream().filter(told -> wanted.contains(told.story())).toList();
    }

    /** What became of a story, event by event: {@code added}, {@code removed expired}. */
    public List<String> changes(String story) {
        return of(story).stream()
                .map(told -> told.change() + (told.reason() == null ? "" : " " + told.reason()))
                .toList();
    }

    /** Stories of which it heard, out of these, in the order of the events. */
    public List<String> stories(String... stories) {
        return of(stories).stream().map(Told::story).toList();
    }

    /**
     * Waits until it is woken by an event of a story, and answers that; at once if it heard one before.
     *
     * @throws AssertionError when that takes too long, with what it did hear
     */
    public Told waitsFor(String story) {
        long deadline = System.nanoTime() + PATIENCE;
        int known = 0;
        while (true) {
            for (Told told : heard.subList(known, heard.size())) {
                if (story.equals(told.story())) {
                    return told;
                }
            }
            known = heard.size();
            long asked = System.nanoTime();
            if (!hear("&timeout=" + WAIT_MILLIS) && System.nanoTime() - asked < PATIENCE) {
                throw new AssertionError("It was to wait for " + story + ", and was sent away with nothing");
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Nothing was heard in time of " + story + ", but " + heard);
            }
        }
    }

    /** The same, in a thread of its own. */
    public CompletableFuture<Told> waitingFor(String story) {
        return CompletableFuture.supplyAsync(() -> waitsFor(story));
    }

    private void catchUp() {
        boolean more = true;
        while (more) {
            more = hear("");
        }
    }

    private boolean hear(String timeout) {
        Response answer = machine(shop)
                .get(EVENTS + timeout + (position == null ? "" : "&lastEventId=" + position), shop)
                .then()
                .statusCode(200)
                .extract()
                .response();
        List<Map<String, Object>> events = answer.jsonPath().getList("$");
        for (Map<String, Object> event : events) {
            Map<?, ?> data = (Map<?, ?>) event.get("data");
            heard.add(new Told(
                    (String) event.get("type"), (String) data.get("story"), (String) data.get("change"), (String)
                            data.get("reason")));
            position = (String) event.get("id");
        }
        return !events.isEmpty();
    }
}
