package nl.etalage.idempotency;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.regex.Pattern;
import nl.etalage.problem.HttpProblem;

/** Carries out {@link Idempotent}. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class IdempotentInterceptor {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");

    private final HttpHeaders headers;
    private final UriInfo uri;
    private final Request request;
    private final RequestHash hash;
    private final RememberedAnswers answers;
    private final CallerName caller;

    IdempotentInterceptor(
            HttpHeaders headers,
            UriInfo uri,
            Request request,
            RequestHash hash,
            RememberedAnswers answers,
            CallerName caller) {
        this.headers = headers;
        this.uri = uri;
        this.request = request;
        this.hash = hash;
        this.answers = answers;
        this.caller = caller;
    }

    @AroundInvoke
    Object once(InvocationContext invocation) throws Exception {
        if (headers.getHeaderString(Idempotent.HEADER) == null && alone(invocation)) {
            return invocation.proceed();
        }
        try {
            return QuarkusTransaction.joiningExisting().call(() -> inTransaction(invocation));
        } catch (io.quarkus.narayana.jta.QuarkusTransactionException wrapped) {
            if (wrapped.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw wrapped;
        }
    }

    private static boolean alone(InvocationContext invocation) {
        Idempotent ofMethod = invocation.getMethod().getAnnotation(Idempotent.class);
        return ofMethod != null && ofMethod.alone();
    }

    private Object inTransaction(InvocationContext invocation) throws Exception {
        String key = headers.getHeaderString(Idempotent.HEADER);
        if (key == null) {
            return invocation.proceed();
        }
        if (!KEY.matcher(key).matches()) {
            throw HttpProblem.INVALID_IDEMPOTENCY_KEY.because();
        }
        String fingerprint =
                hash.of(request.getMethod() + " " + uri.getRequestUri().getRawPath(), invocation.getParameters());
        return answerOnce(invocation, key, fingerprint);
    }

    private Object answerOnce(InvocationContext invocation, String key, String fingerprint) throws Exception {
        String who = caller.name();
        if (!answers.lock(who, key)) {
            throw HttpProblem.IDEMPOTENCY_KEY_IN_USE.because().header(HttpHeaders.RETRY_AFTER, "1");
        }
        var known = answers.find(who, key);
        if (known.isPresent()) {
            if (!known.get().requestHash().equals(fingerprint)) {
                throw HttpProblem.IDEMPOTENCY_KEY_REUSED.because();
            }
            return known.get().response();
        }
        Response response = (Response) invocation.proceed();
        if (response.getStatus() / 100 == 2) {
            answers.remember(who, key, fingerprint, response);
        }
        return response;
    }
}
