package nl.etalage.shops.limits;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On an endpoint that writes for the shop in its path (parameter {@code slug}): it counts for that shop, once the caller
 * was let through and before anything is done. Beyond the limit it answers 429.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Counted {

    /** As what it counts. */
    @Nonbinding
    Measure value();
}
