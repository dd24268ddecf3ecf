package nl.etalage.content.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.etalage.content.Findings;
import nl.etalage.content.asset.Asset;
import nl.etalage.content.asset.AssetEnd;
import nl.etalage.content.asset.AssetState;
import nl.etalage.content.platform.Platform;

/** What a story must have before others see it, and what would make it better. */
final class Checklist {

    /** Days before its end that a picture is pointed at. */
    private static final int SOON = 30;

    private final StoryContent content;
    private final List<Asset> assets;
    private final boolean owed;
    private final Instant now;

    /**
     * A checklist of one story.
     *
     * @param assets its assets, in its order
     * @param owed whether a shop gave it, so that it names that shop
     */
    Checklist(StoryContent content, List<Asset> assets, boolean owed, Instant now) {
        this.content = content;
        this.assets = List.copyOf(assets);
        this.owed = owed;
        this.now = now;
    }

    /** Everything that is missing, at once. */
    Findings must() {
        Findings must = new Findings();
        present(must, "/title", content.title());
        present(must, "/summary", content.summary());
        present(must, "/body", content.body());
        present(must, "/readerValue", content.readerValue());
        present(must, "/locale", content.locale());
        if (content.functions().isEmpty()) {
            must.add("/functions", "must.functions");
        }
        if (content.audience().isEmpty()) {
            must.add("/audience", "must.audience");
        }
        if (content.onlyStocked() && content.products().isEmpty()) {
            must.add("/products", "must.products");
        }
        for (int at = 0; at < assets.size(); at++) {
            if (!assets.get(at).described()) {
                must.add("/assets/" + at, "must.altText");
            }
            if (!assets.get(at).worded()) {
                must.add("/assets/" + at, "must.words");
            }
            AssetState state = assets.get(at).state(now);
            if (state != AssetState.AVAILABLE) {
                must.add("/assets/" + at, state == AssetState.CONSENT_ENDED ? "must.consent" : "must.licence");
            }
        }
        if (owed) {
            present(must, "/credit", content.credit());
        }
        new Details(content).checkPresent(must);
        return must;
    }

    /** What may stay empty, but helps. */
    List<Hint> advice() {
        List<Hint> advice = new ArrayList<>();
        advise(advice, "/question", content.question() == null);
        advise(advice, "/callToAction", content.callToAction() == null);
        advise(advice, "/themes", content.themes().isEmpty());
        advise(advice, "/assets", content.assets().isEmpty());
        advise(advice, "/link", content.link() == null);
        for (int at = 0; at < assets.size(); at++) {
            if (assets.get(at).credit() == null) {
                advice.add(new Hint("/assets/" + at, "advice.credit", List.of()));
            }
            AssetEnd end = assets.get(at).end();
            if (end != null && end.within(SOON, now)) {
                advice.add(new Hint(
                        "/assets/" + at, "advice.ends", List.of(end.lastDay().toString())));
            }
        }
        int mastodon = content.body() == null ? 0 : Platform.MASTODON.length(content.body());
        if (mastodon > Platform.MASTODON.limit() && !content.channelTexts().containsKey(Platform.MASTODON)) {
            advice.add(new Hint("/channelTexts/mastodon", "advice.channelText", List.of(Platform.MASTODON.limit())));
        }
        return advice;
    }

    private static void present(Findings must, String pointer, String text) {
        if (text == null || text.isBlank()) {
            must.add(pointer, "must." + pointer.substring(1));
        }
    }

    private static void advise(List<Hint> advice, String pointer, boolean absent) {
        if (absent) {
            advice.add(new Hint(pointer, "advice." + pointer.substring(1), List.of()));
        }
    }
}
