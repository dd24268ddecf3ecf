package nl.etalage.content.limits;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import nl.etalage.content.ContentProblem;
import nl.etalage.problem.ProblemException;
import nl.etalage.ratelimit.Counter;
import nl.etalage.ratelimit.RateLimitHeaders;

/** Keeps one shop that floods from slowing down the others. Counted after authorisation: nobody uses up another's. */
@ApplicationScoped
public class ShopLimits {

    private final Counter uploads;
    private final Counter renderings;
    private final Counter pulls;
    private final Counter feeds;
    private final RateLimitHeaders headers;

    ShopLimits(ShopLimitSettings settings, RateLimitHeaders headers, Clock clock) {
        ShopLimitSettings.Uploads sent = settings.uploads();
        ShopLimitSettings.Renderings rendered = settings.renderings();
        ShopLimitSettings.Pulls pulled = settings.pulls();
        ShopLimitSettings.Feeds read = settings.feeds();
        this.uploads = new Counter(
                "uploads", ShopLimitSettings.stock(sent.burst(), sent.perMinute()), settings.shops(), clock);
        this.renderings = new Counter(
                "renderings", ShopLimitSettings.stock(rendered.burst(), rendered.perMinute()), settings.shops(), clock);
        this.pulls = new Counter(
                "pulls", ShopLimitSettings.stock(pulled.burst(), pulled.perMinute()), settings.shops(), clock);
        this.feeds =
                new Counter("feeds", ShopLimitSettings.stock(read.burst(), read.perMinute()), settings.shops(), clock);
        this.headers = headers;
    }

    /**
     * One picture sent.
     *
     * @throws ProblemException 429 with {@code Retry-After} when that was one too many
     */
    public void countUpload(String shop) {
        count(uploads, shop);
    }

    /**
     * One rendering.
     *
     * @throws ProblemException 429 with {@code Retry-After} when that was one too many
     */
    public void countRendering(String shop) {
        count(renderings, shop);
    }

    /**
     * One pull of the library.
     *
     * @throws ProblemException 429 with {@code Retry-After} when that was one too many
     */
    public void countPull(String shop) {
        count(pulls, shop);
    }

    /**
     * One look at a feed by its key. Counted by key: one that leaked must not use up what the shop itself may ask.
     *
     * @throws ProblemException 429 with {@code Retry-After} when that was one too many
     */
    public void countFeed(String key) {
        count(feeds, key);
    }

    private void count(Counter counter, String shop) {
        Counter.Count count = counter.count(shop);
        headers.say(counter, count);
        if (!count.within()) {
            throw ContentProblem.SHOP_LIMIT_REACHED
                    .because(count.retryAfter())
                    .header("Retry-After", count.retryAfter());
        }
    }
}
