package nl.etalage.ratelimit;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Puts {@code RateLimit} and {@code RateLimit-Policy} on what was counted. */
@Provider
public class RateLimitResponseFilter implements ContainerResponseFilter {

    private final RateLimitHeaders said;

    RateLimitResponseFilter(RateLimitHeaders said) {
        this.said = said;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (said.policy() != null) {
            response.getHeaders().putSingle("RateLimit-Policy", said.policy());
            response.getHeaders().putSingle("RateLimit", said.state());
        }
    }
}
