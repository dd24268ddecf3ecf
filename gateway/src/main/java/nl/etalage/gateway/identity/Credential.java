package nl.etalage.gateway.identity;

import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who a verified token speaks for. There is one issuer, so its name is left out.
 *
 * @param subject {@code sub} of the token
 * @param clientId id of the machine; null for a person
 */
public record Credential(String subject, String clientId) {

    /** A machine's token names its client and belongs to no session: docs/architecture.md. */
    static Credential of(JsonWebToken token) {
        String client = token.getClaim("client_id");
        boolean machine = client != null && !token.containsClaim("sid");
        return new Credential(token.getSubject(), machine ? client : null);
    }

    /** The same for all tokens of one person or one machine, and for nobody else. */
    public String key() {
        return clientId == null ? "person " + subject : "machine " + clientId;
    }
}
