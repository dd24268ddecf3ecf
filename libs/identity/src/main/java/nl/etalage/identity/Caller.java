package nl.etalage.identity;

import java.util.Set;

/**
 * Who makes a request, as the verified access token says. A person is {@code (issuer, subject)}; a machine is its
 * {@code clientId}. What a caller may do is not here: that is membership, and domain data.
 *
 * @param issuer the token's {@code iss}
 * @param subject the token's {@code sub}
 * @param clientId the machine's client id; null for a person
 * @param scopes what the token grants a machine; says nothing about a person
 * @param name how the identity provider calls the person; null when it doesn't say
 * @param email mail address the identity provider gives; null when it doesn't say
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9068">RFC 9068, JWT Profile for OAuth 2.0 Access Tokens</a>
 */
public record Caller(String issuer, String subject, String clientId, Set<String> scopes, String name, String email) {

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** Whether this is a program rather than a person. */
    public boolean machine() {
        return clientId != null;
    }

    /** Whether this is a machine whose token has the scope. False for every person. */
    public boolean has(String scope) {
        return machine() && scopes.contains(scope);
    }
}
