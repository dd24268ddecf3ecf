package nl.etalage.shops.assortment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import nl.etalage.problem.ProblemException;
import nl.etalage.ratelimit.Counter;
import nl.etalage.ratelimit.RateLimitHeaders;
import nl.etalage.ratelimit.Stock;
import nl.etalage.shops.ShopsProblem;

/** Keeps one shop that floods from slowing down the others. Counted after authorisation: nobody uses up another's. */
@ApplicationScoped
class AssortmentLimits {

    private final Counter assortments;
    private final RateLimitHeaders headers;

    AssortmentLimits(AssortmentLimitSettings settings, RateLimitHeaders headers, Clock clock) {
        AssortmentLimitSettings.Assortments brought = settings.assortments();
        Stock stock = new Stock(brought.burst(), brought.perMinute(), Duration.ofMinutes(1));
        this.assortments = new Counter("assortments", stock, settings.shops(), clock);
        this.headers = headers;
    }

    /**
     * One assortment brought, whole or as a table.
     *
     * @throws ProblemException 429 with {@code Retry-After} when that was one too many
     */
    void count(String shop) {
        Counter.Count count = assortments.count(shop);
        headers.say(assortments, count);
        if (!count.within()) {
            throw ShopsProblem.SHOP_LIMIT_REACHED.because(count.retryAfter()).header("Retry-After", count.retryAfter());
        }
    }
}
