package nl.etalage.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Access tokens as the real issuer makes them: RS256, {@code aud: etalage-api}, five minutes. A person's subject is the
 * name given.
 */
public final class Tokens {

    private static final String KEY_ID = "test";
    private static final String AUDIENCE = "etalage-api";
    private static final KeyPair KEYS = keys();
    private static final KeyPair STRANGERS_KEYS = keys();
    private static volatile String issuer = "http://localhost/realms/etalage";

    /** As an issuer's clients do: a token is asked for again when it has aged, not for every request. */
    private static final Duration REUSED = Duration.ofMinutes(1);

    private static final Map<String, Issued> ISSUED = new ConcurrentHashMap<>();

    private record Issued(String token, Instant at) {}

    private final String subject;
    private final Map<String, Object> extra = new HashMap<>();
    private String from = issuer;
    private String audience = AUDIENCE;
    private Instant issuedAt = Instant.now();
    private KeyPair keys = KEYS;
    private String clientId;
    private String scope = "openid profile email";

    private Tokens(String subject) {
        this.subject = subject;
    }

    /** A person's token, to be varied. */
    public static Tokens of(String subject) {
        return new Tokens(subject);
    }

    /** A person's valid token, at most a minute old. */
    public static String person(String subject) {
        return reused(subject, () -> of(subject));
    }

    /** A machine's valid token, with space-separated scopes, at most a minute old. */
    public static String machine(String clientId, String scopes) {
        return reused(clientId + "\n" + scopes, () -> of("service-account-" + clientId)
                .client(clientId, scopes));
    }

    private static String reused(String holder, Supplier<Tokens> fresh) {
        Instant now = Instant.now();
        return ISSUED.compute(
                        issuer + "\n" + holder,
                        (key, known) -> known != null && now.isBefore(known.at().plus(REUSED))
                                ? known
                                : new Issued(fresh.get().token(), now))
                .token();
    }

    /** The token of one of our own services. */
    public static String service(String name) {
        return machine(name, "events:read contacts:read");
    }

    /** A token without a signature ({@code alg: none}). */
    public static String unsigned() {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        long expires = Instant.now().plusSeconds(300).getEpochSecond();
        String claims = """
                {"iss":"%s","sub":"admin","aud":"etalage-api","exp":%d,"sid":"x"}"""
                .formatted(issuer, expires);
        return encoder.encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".";
    }

    /** A well-formed token that somebody else signed. */
    public static String foreign() {
        Tokens token = of("admin");
        token.from = "https://login.example.org/realms/other";
        token.keys = STRANGERS_KEYS;
        return token.token();
    }

    /** A token that names our issuer and was signed with another key. */
    public static String forged() {
        Tokens token = of("admin");
        token.keys = STRANGERS_KEYS;
        return token.token();
    }

    /** A token that was valid until an hour ago. */
    public Tokens expired() {
        issuedAt = Instant.now().minus(Duration.ofMinutes(65));
        return this;
    }

    /** A token for another audience. */
    public Tokens audience(String other) {
        audience = other;
        return this;
    }

    /** A token of client credentials. */
    public Tokens client(String id, String scopes) {
        clientId = id;
        scope = scopes;
        return this;
    }

    /** One more claim, or another value for one, such as {@code nonce} in an ID token. */
    public Tokens claim(String name, Object value) {
        extra.put(name, value);
        return this;
    }

    /** The signed token. */
    public String token() {
        JwtClaimsBuilder claims = Jwt.issuer(from)
                .subject(subject)
                .audience(Set.of(audience))
                .issuedAt(issuedAt)
                .expiresAt(issuedAt.plusSeconds(300))
                .claim("scope", scope)
                .claim("jti", UUID.randomUUID().toString());
        if (clientId == null) {
            claims.claim("sid", UUID.randomUUID().toString())
                    .claim("preferred_username", subject)
                    .claim("name", subject)
                    .claim("email", subject + "@etalage.example")
                    .claim("azp", "etalage-cli");
        } else {
            claims.claim("client_id", clientId).claim("azp", clientId);
        }
        extra.forEach(claims::claim);
        return claims.jws().keyId(KEY_ID).sign(keys.getPrivate());
    }

    /** The issuer in force; what a test compares with. */
    public static String issuer() {
        return issuer;
    }

    /** Used by whoever serves {@link #keySet}, before the first token. */
    public static void issuer(String url) {
        issuer = url;
    }

    /** The public keys as a JSON Web Key Set (RFC 7517). */
    public static String keySet() {
        RSAPublicKey key = (RSAPublicKey) KEYS.getPublic();
        return """
                {"keys": [{"kty": "RSA", "use": "sig", "alg": "RS256", "kid": "%s", "n": "%s", "e": "%s"}]}"""
                .formatted(KEY_ID, base64(key.getModulus()), base64(key.getPublicExponent()));
    }

    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        // JWK wants the magnitude alone; toByteArray puts a sign byte before it.
        byte[] magnitude = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(magnitude);
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has RSA", missing);
        }
    }
}
