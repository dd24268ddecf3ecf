package nl.etalage.shops.access;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says who may call an endpoint, and sees to it. Before the method runs, the caller's memberships are read, the
 * permission is checked against the shop in the path (parameter {@code slug}), and row-level security is entered for
 * just the shops concerned. Someone without a part in the shop is answered 404 whether or not it exists; a member whose
 * role doesn't allow it 403.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Allowed {

    /** What the caller must be permitted. */
    @Nonbinding
    Permission value();
}
