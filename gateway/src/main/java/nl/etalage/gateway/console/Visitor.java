package nl.etalage.gateway.console;

import io.quarkus.oidc.OidcSession;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;
import java.util.Optional;
import nl.etalage.gateway.Frame;
import nl.etalage.gateway.identity.Sessions;
import nl.etalage.problem.Sentences;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who looks at a page, and in which language. */
@RequestScoped
public class Visitor {

    private final CurrentIdentityAssociation identities;
    private final HttpServerRequest request;
    private final OidcSession session;

    Visitor(CurrentIdentityAssociation identities, HttpServerRequest request, OidcSession session) {
        this.identities = identities;
        this.session = session;
        this.request = request;
    }

    /** A signed-in person. */
    public record Person(String name, String bearer) {}

    /** The person whose session comes with the request; empty without one, or when it ended. */
    public Uni<Optional<Person>> person() {
        return identities
                .getDeferredIdentity()
                .map(Visitor::person)
                .onFailure(AuthenticationException.class::isInstance)
                .recoverWithItem(Optional.empty());
    }

    /**
     * Looks who it is on the address of signing out, which ends the session: the failure leads the browser to the
     * issuer. Where the issuer has no such address, the session ends here alone. Somebody whose session had ended
     * before is signed out already.
     */
    Uni<Void> endSession() {
        return identities
                .getDeferredIdentity()
                .onFailure(AuthenticationFailedException.class)
                .recoverWithNull()
                .flatMap(identity -> identity == null || identity.isAnonymous()
                        ? Uni.createFrom().voidItem()
                        : session.logout());
    }

    private static Optional<Person> person(SecurityIdentity identity) {
        return Sessions.accessToken(identity).map(token -> new Person(name(identity), "Bearer " + token));
    }

    private static String name(SecurityIdentity identity) {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            String name = token.getClaim("name");
            return name == null ? token.getName() : name;
        }
        return identity.getPrincipal().getName();
    }

    public Locale locale() {
        return Sentences.forHeader(request.getHeader("Accept-Language")).language();
    }

    /** The frame of a page for somebody. */
    public Frame frame(Optional<Person> person) {
        return new Frame(locale(), person.map(Person::name).orElse(null), true, false, "");
    }

    /** A page in the visitor's language. */
    public TemplateInstance inOwnWords(TemplateInstance page) {
        return page.setLocale(locale());
    }
}
