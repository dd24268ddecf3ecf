package nl.etalage.gateway.limits;

import io.github.bucket4j.TimeMeter;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import nl.etalage.gateway.calls.Call;
import nl.etalage.gateway.identity.Credential;
import nl.etalage.problem.HttpProblem;
import nl.etalage.problem.ProblemException;
import nl.etalage.ratelimit.Counter;

/**
 * How often one caller may come: so many requests a second, and a stock for when it was quiet. Who was verified has a
 * bucket of its own, shared by all its tokens; everybody else is counted by address, so that nobody can fill or choose
 * another's bucket with a token that does not hold.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/">RateLimit header fields</a>
 */
@ApplicationScoped
public class RateLimits {

    private static final CharSequence POLICY = HttpHeaders.createOptimized("ratelimit-policy");
    private static final CharSequence STATE = HttpHeaders.createOptimized("ratelimit");

    private final Counter credentials;
    private final Counter addresses;

    RateLimits(RateLimitSettings settings) {
        credentials = counter("credential", settings.credential(), settings);
        addresses = counter("address", settings.address(), settings);
    }

    private static Counter counter(String name, RateLimitSettings.Limit limit, RateLimitSettings settings) {
        return new Counter(name, limit.stock(), settings.callers(), TimeMeter.SYSTEM_NANOTIME);
    }

    /**
     * Counts a call of somebody who was verified.
     *
     * @throws ProblemException 429 with {@code Retry-After} when that was one too many
     */
    public void count(Call call, Credential credential) {
        say(call, credentials, credentials.count(credential.key()));
    }

    /**
     * Counts a call of somebody unknown, by address.
     *
     * @throws ProblemException 429 with {@code Retry-After} when that was one too many
     */
    public void countUnknown(Call call) {
        say(call, addresses, addresses.count(AddressBlock.of(call.address())));
    }

    /** Takes back what {@link #countUnknown} counted: the caller turned out to be known, and counts as that. */
    public void forgiveUnknown(Call call) {
        addresses.forgive(AddressBlock.of(call.address()));
    }

    private static void say(Call call, Counter counter, Counter.Count count) {
        call.request().response().putHeader(POLICY, counter.policy()).putHeader(STATE, count.state());
        if (!count.within()) {
            throw HttpProblem.TOO_MANY_REQUESTS.because().header("Retry-After", count.retryAfter());
        }
    }
}
