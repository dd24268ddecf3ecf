package nl.etalage.ratelimit;

import jakarta.enterprise.context.RequestScoped;

/** What the answer to this request says of limits; {@link RateLimitResponseFilter} writes it, on refusals too. */
@RequestScoped
public class RateLimitHeaders {

    private String policy;
    private String state;

    /** Says how it stands with one limit; the last one counts. */
    public void say(Counter counter, Counter.Count count) {
        policy = counter.policy();
        state = count.state();
    }

    String policy() {
        return policy;
    }

    String state() {
        return state;
    }
}
