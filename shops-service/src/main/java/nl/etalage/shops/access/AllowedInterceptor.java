package nl.etalage.shops.access;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.UriInfo;
import nl.etalage.shops.validation.Findings;

/** Carries out {@link Allowed}. Stands inside the transaction, because row-level security holds for one. */
@Allowed(Permission.KNOW_ONESELF)
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE + 100)
class AllowedInterceptor {

    private final Gate gate;
    private final UriInfo uri;

    AllowedInterceptor(Gate gate, UriInfo uri) {
        this.gate = gate;
        this.uri = uri;
    }

    @AroundInvoke
    Object check(InvocationContext invocation) throws Exception {
        Permission permission =
                invocation.getMethod().getAnnotation(Allowed.class).value();
        gate.pass(permission, shop(permission));
        return invocation.proceed();
    }

    private String shop(Permission permission) {
        String inPath = uri.getPathParameters().getFirst("slug");
        if (inPath != null || permission.kind() != Permission.Kind.SHOP) {
            return inPath;
        }
        String asked = uri.getQueryParameters().getFirst("shop");
        Findings findings = new Findings();
        findings.required("#shop", asked);
        findings.throwIfAny();
        return asked;
    }
}
