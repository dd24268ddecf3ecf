package nl.etalage.shops.limits;

import static nl.etalage.shops.ShopsProblem.SHOP_LIMIT_REACHED;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import nl.etalage.problem.ProblemException;
import nl.etalage.ratelimit.Counter;
import nl.etalage.ratelimit.RateLimitHeaders;
import nl.etalage.shops.access.Visitor;

/** Keeps one shop that floods from slowing down the others. Counted after authorisation: nobody uses up another's. */
@ApplicationScoped
public class ShopLimits {

    private final Map<Measure, Counter> counters = new EnumMap<>(Measure.class);
    private final RateLimitHeaders headers;
    private final Visitor visitor;

    ShopLimits(ShopLimitSettings settings, RateLimitHeaders headers, Visitor visitor, Clock clock) {
        for (Measure measure : Measure.values()) {
            counters.put(
                    measure, new Counter(measure.word(), settings.of(measure).stock(), settings.shops(), clock));
        }
        this.headers = headers;
        this.visitor = visitor;
    }

    /**
     * One more for the shop. What the central group does for a shop isn't the shop's doing, and must be possible most of
     * all when a shop floods: it isn't counted.
     *
     * @throws ProblemException 429 with {@code Retry-After} when that was one too many
     */
    public void count(Measure measure, String shop) {
        if (visitor.reach().everywhere()) {
            return;
        }
        Counter counter = counters.get(measure);
        Counter.Count count = counter.count(shop);
        headers.say(counter, count);
        if (!count.within()) {
            throw SHOP_LIMIT_REACHED.because(count.retryAfter()).header("Retry-After", count.retryAfter());
        }
    }
}
