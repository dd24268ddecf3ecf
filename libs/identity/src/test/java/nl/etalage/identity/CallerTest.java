package nl.etalage.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

class CallerTest {

    private static final Map<String, Object> CLAIMS =
            Map.of("iss", "https://login.example.org", "sub", "42", "scope", "library:read  publications:write");

    /** A verified token, without the verifying. */
    private record Token(Map<String, Object> claims) implements JsonWebToken {

        @Override
        public String getName() {
            return null;
        }

        @Override
        public Set<String> getClaimNames() {
            return claims.keySet();
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        public <T> T getClaim(String name) {
            return (T) claims.get(name);
        }
    }

    private static Caller callerWith(Map<String, Object> more) {
        Map<String, Object> claims = new HashMap<>(CLAIMS);
        claims.putAll(more);
        return CurrentCaller.of(new Token(claims));
    }

    @Test
    void aTokenOfClientCredentialsIsAMachinesWithItsScopes() {
        Caller caller = callerWith(Map.of("client_id", "webshop-zeist"));
        assertTrue(caller.machine());
        assertEquals("webshop-zeist", caller.clientId());
        assertTrue(caller.has("library:read"));
        assertFalse(caller.has("library"));
    }

    @Test
    void aSignedInPersonIsNoMachineThoughTheTokenNamesAClient() {
        Caller caller = callerWith(Map.of("client_id", "webshop-zeist", "sid", "session"));
        assertFalse(caller.machine());
        assertFalse(caller.has("library:read"), "scopes give a person nothing");
    }

    @Test
    void aPersonIsKnownByIssuerAndSubjectAndCalledByName() {
        Caller caller = callerWith(Map.of("preferred_username", "zeist-publisher", "sid", "session"));
        assertEquals("https://login.example.org", caller.issuer());
        assertEquals("42", caller.subject());
        assertEquals("zeist-publisher", caller.name());
    }

    @Test
    void aKeptIdentityIsReadOnce() {
        Map<String, Object> claims = new HashMap<>(CLAIMS);
        claims.put("client_id", "webshop-zeist");
        SecurityIdentity verified = QuarkusSecurityIdentity.builder()
                .setPrincipal(new Token(claims))
                .addRole("kept")
                .addAttribute("tenant-id", "network")
                .addAttribute("io.vertx.ext.web.RoutingContext", new Object())
                .build();
        CurrentCaller current = new CurrentCaller(verified);
        assertEquals("webshop-zeist", current.get().clientId());
        SecurityIdentity kept = CurrentCaller.toKeep(verified);
        Caller caller = new CurrentCaller(kept).get();
        claims.clear();
        assertSame(caller, new CurrentCaller(kept).get());
        assertEquals(Set.of("kept"), kept.getRoles());
        assertEquals("network", kept.getAttribute("tenant-id"));
        assertNull(kept.getAttribute("io.vertx.ext.web.RoutingContext"), "a request isn't kept");
        assertNull(current.get().clientId(), "what isn't kept is read anew");
    }

    @Test
    void aClaimThatIsNoTextIsNone() {
        Caller caller = callerWith(Map.of("scope", Set.of("library:read"), "name", 7, "client_id", true));
        assertEquals(Set.of(), caller.scopes());
        assertNull(caller.name());
        assertFalse(caller.machine());
    }

    @Test
    void whoHasNoTokenIsNobody() {
        SecurityIdentity nobody =
                QuarkusSecurityIdentity.builder().setAnonymous(true).build();
        assertSame(nobody, CurrentCaller.toKeep(nobody));
        assertThrows(UnauthorizedException.class, new CurrentCaller(nobody)::get);
    }
}
