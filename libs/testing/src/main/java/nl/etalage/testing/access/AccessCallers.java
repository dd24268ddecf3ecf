package nl.etalage.testing.access;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import nl.etalage.testing.Tokens;

/**
 * Every kind of caller, by the column of the table they stand in. Kinds that share a column must be answered alike. The
 * other shop's people need no columns of their own: a manager who asks for a foreign target is the other shop's manager.
 */
public final class AccessCallers {

    /** Columns whose callers belong to the central group, which sees every shop. */
    static final Set<String> CENTRAL = Set.of("coach", "editor", "admin");

    static final String ANONYMOUS = "anonymous";
    static final String INVALID = "invalid token";
    static final String INTEGRATION = "integration";

    private final Map<String, Map<String, Supplier<String>>> columns = new LinkedHashMap<>();

    /** Tokens live five minutes, and signing one takes longer than asking most of what there is to ask. */
    private static final Duration REUSED = Duration.ofMinutes(1);

    private final Map<String, Map<String, Optional<String>>> tokens = new HashMap<>();
    private Instant made = Instant.EPOCH;

    private final String shop;
    private final List<String> scopes;

    private AccessCallers(String shop, List<String> scopes) {
        this.shop = shop;
        this.scopes = scopes;
    }

    /**
     * The cast around one shop.
     *
     * <p>The service under test must know {@code <shop>-contributor}, {@code -publisher}, {@code -manager} and
     * {@code -webmaster} as members of the shop, {@code coach}, {@code editor} and {@code admin} as members of the
     * central group, {@code client-<shop>} as bound to the shop with all its scopes, and {@code narrow-<shop>} as bound
     * with only {@code narrow}.
     *
     * @param scopes every scope an integration can have, separated by spaces
     * @param narrow a scope that opens none of the service's operations
     * @param secret what stands in a secret link of this service; presented as a token it must open nothing
     */
    public static AccessCallers around(String shop, String scopes, String narrow, String secret) {
        AccessCallers cast = new AccessCallers(shop, List.of(scopes.split(" ")));
        cast.add(ANONYMOUS, "anonymous", () -> null);
        cast.add(INVALID, "wrong audience", () -> Tokens.of("admin")
                .audience("another-api")
                .token());
        cast.add(INVALID, "expired", () -> Tokens.of("admin").expired().token());
        cast.add(INVALID, "unsigned", () -> Tokens.unsigned());
        cast.add(INVALID, "other issuer", () -> Tokens.foreign());
        cast.add(INVALID, "forged", () -> Tokens.forged());
        cast.add(INVALID, "secret-link holder", () -> secret);
        cast.add("stranger", "stranger", () -> Tokens.person("stranger"));
        cast.add("stranger", "unbound client", () -> Tokens.machine("unbound-" + shop, scopes));
        for (String role : List.of("contributor", "publisher", "manager", "webmaster")) {
            cast.add(role, role, () -> Tokens.person(shop + "-" + role));
        }
        cast.add(INTEGRATION, "integration with scope", () -> Tokens.machine("client-" + shop, scopes));
        cast.add("integration without scope", "token without scope", () -> Tokens.machine("client-" + shop, "openid"));
        cast.add("integration without scope", "binding without scope", () -> Tokens.machine("narrow-" + shop, scopes));
        cast.add(
                "integration without scope",
                "scope for something else",
                () -> Tokens.machine("client-" + shop, narrow));
        cast.add("service", "service client", () -> Tokens.service("content-service"));
        for (String role : List.of("coach", "editor", "admin")) {
            cast.add(role, role, () -> Tokens.person(role));
        }
        return cast;
    }

    /** Every scope an integration can have. */
    List<String> scopes() {
        return scopes;
    }

    /** The machine of the shop, with one scope of those its binding allows. */
    String machine(String scope) {
        return Tokens.machine("client-" + shop, scope);
    }

    /** The columns of the table, in order. */
    List<String> columns() {
        return List.copyOf(columns.keySet());
    }

    /** The kinds of caller in a column, each with a token that is at most a minute old; none for who shows none. */
    Map<String, Optional<String>> in(String column) {
        Instant now = Instant.now();
        if (now.isAfter(made.plus(REUSED))) {
            tokens.clear();
            made = now;
        }
        return tokens.computeIfAbsent(column, this::fresh);
    }

    private Map<String, Optional<String>> fresh(String column) {
        Map<String, Optional<String>> kinds = new LinkedHashMap<>();
        columns.get(column).forEach((kind, token) -> kinds.put(kind, Optional.ofNullable(token.get())));
        return kinds;
    }

    private void add(String column, String kind, Supplier<String> token) {
        columns.computeIfAbsent(column, name -> new LinkedHashMap<>()).put(kind, token);
    }
}
