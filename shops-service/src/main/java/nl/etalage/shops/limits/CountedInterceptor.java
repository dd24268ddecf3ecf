package nl.etalage.shops.limits;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.UriInfo;

/** Carries out {@link Counted}. Stands within what decides who may call, so that nobody uses up another's limit. */
@Counted(Measure.CHANGES)
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE + 200)
class CountedInterceptor {

    private final ShopLimits limits;
    private final UriInfo uri;

    CountedInterceptor(ShopLimits limits, UriInfo uri) {
        this.limits = limits;
        this.uri = uri;
    }

    @AroundInvoke
    Object count(InvocationContext invocation) throws Exception {
        Measure measure = invocation.getMethod().getAnnotation(Counted.class).value();
        limits.count(measure, uri.getPathParameters().getFirst("slug"));
        return invocation.proceed();
    }
}
