package nl.etalage.scheduling.limits;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import nl.etalage.problem.ProblemException;
import nl.etalage.ratelimit.Counter;
import nl.etalage.ratelimit.RateLimitHeaders;
import nl.etalage.scheduling.SchedulingProblem;

/** Keeps one shop that floods from slowing down the others. Counted after authorisation: nobody uses up another's. */
@ApplicationScoped
public class ShopLimits {

    private final Counter publications;
    private final RateLimitHeaders headers;

    ShopLimits(ShopLimitSettings settings, RateLimitHeaders headers, Clock clock) {
        this.publications = new Counter("publications", settings.publications().stock(), settings.shops(), clock);
        this.headers = headers;
    }

    /**
     * One publication that is planned or gets a fresh text.
     *
     * @throws ProblemException 429 with {@code Retry-After} when that was one too many
     */
    public void countPublication(String shop) {
        Counter.Count count = publications.count(shop);
        headers.say(publications, count);
        if (!count.within()) {
            throw SchedulingProblem.SHOP_LIMIT_REACHED
                    .because(count.retryAfter())
                    .header("Retry-After", count.retryAfter());
        }
    }
}
