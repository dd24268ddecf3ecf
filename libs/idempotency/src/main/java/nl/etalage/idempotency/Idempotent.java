package nl.etalage.idempotency;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource method that writes: a request that carries an {@code Idempotency-Key} and comes again gets the first
 * answer instead of a second write. The answer is stored in the write's own transaction, which this opens where there is
 * none; only 2xx answers are kept, for 24 hours. The same key with another body is answered with 422, one whose first
 * request still runs with 409. Without the header the method just runs in its transaction, or in none.
 *
 * <p>The method returns {@link jakarta.ws.rs.core.Response}, whose entity must hold no secret.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">The Idempotency-Key HTTP
 *     Header Field</a>
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

    /** Name of the request header. */
    String HEADER = "Idempotency-Key";

    /**
     * Whether the method writes with one statement, which needs no transaction around it where no answer is to be
     * remembered.
     */
    @Nonbinding
    boolean alone() default false;
}
