package nl.etalage.content.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.etalage.identity.Caller;
import nl.etalage.problem.HttpProblem;
import nl.etalage.problem.ProblemException;
import nl.etalage.problem.Violation;

/**
 * What the caller of this request may do today. Somebody without a part in a shop gets 404, as if nothing were there; a
 * member whose role, or a machine whose scopes, do not allow the action gets 403.
 *
 * @param caller who calls
 * @param central the role in the central group
 * @param roles role per shop, of a person
 * @param scopes effective scopes per shop, of a machine: those of the token that the binding also allows
 */
public record Access(
        Caller caller, Optional<CentralRole> central, Map<String, ShopRole> roles, Map<String, Set<String>> scopes) {

    private static final Set<ShopRole> WRITERS = EnumSet.of(ShopRole.MANAGER, ShopRole.PUBLISHER, ShopRole.CONTRIBUTOR);

    public Access {
        roles = Map.copyOf(roles);
        scopes = Map.copyOf(scopes);
    }

    /** The shops the caller has a part in. */
    public Set<String> shops() {
        Set<String> shops = new HashSet<>(roles.keySet());
        shops.addAll(scopes.keySet());
        return shops;
    }

    public boolean inCentral(CentralRole... allowed) {
        return central.isPresent()
                && (allowed.length == 0 || Arrays.asList(allowed).contains(central.get()));
    }

    /** For lists and creation of the central group's work: 403 for anybody else. */
    public void requireCentral(CentralRole... allowed) {
        if (!inCentral(allowed)) {
            throw HttpProblem.FORBIDDEN.because();
        }
    }

    /** For one piece of the central group's work: 404 outside the group, 403 in another role. */
    public void requireCentralFor(CentralRole... allowed) {
        if (central.isEmpty()) {
            throw HttpProblem.NOT_FOUND.because();
        }
        requireCentral(allowed);
    }

    /** Whether the caller takes part at all: in the central group, or in any shop with this scope. */
    public void requireMember(Scope scope) {
        boolean machine = scopes.values().stream().anyMatch(granted -> granted.contains(scope.word()));
        if (central.isEmpty() && roles.isEmpty() && !machine) {
            throw HttpProblem.FORBIDDEN.because();
        }
    }

    /** Any member of the shop, or a machine bound to it that has the scope. */
    public void requireReader(String shop, Scope scope) {
        requireNamed(shop);
        if (roles.containsKey(shop)) {
            return;
        }
        requireScope(shop, scope);
    }

    /** As {@link #requireReader}, and the central group, which looks along. */
    public void requireReaderOrCentral(String shop, Scope scope) {
        requireNamed(shop);
        if (central.isEmpty()) {
            requireReader(shop, scope);
        }
    }

    /** Whoever writes for the shop, or a machine bound to it that has the scope. */
    public void requireWriter(String shop, Scope scope) {
        requireNamed(shop);
        if (roles.containsKey(shop)) {
            if (!WRITERS.contains(roles.get(shop))) {
                throw HttpProblem.FORBIDDEN.because();
            }
            return;
        }
        requireScope(shop, scope);
    }

    /** A person who holds one of these roles at the shop. */
    public void requireRole(String shop, ShopRole... allowed) {
        requireNamed(shop);
        if (scopes.containsKey(shop)
                || (roles.containsKey(shop) && !Arrays.asList(allowed).contains(roles.get(shop)))) {
            throw HttpProblem.FORBIDDEN.because();
        }
        if (!roles.containsKey(shop)) {
            throw HttpProblem.NOT_FOUND.because();
        }
    }

    /** For all of a shop at once: who manages it, and an admin of the central group. */
    void requireManagerOrAdmin(String shop) {
        requireNamed(shop);
        if (!inCentral(CentralRole.ADMIN)) {
            requireRole(shop, ShopRole.MANAGER);
        }
    }

    /** The shops the caller manages. */
    public Set<String> managed() {
        return roles.entrySet().stream()
                .filter(role -> role.getValue() == ShopRole.MANAGER)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the caller edits for this shop or centrally, and so may see templates. */
    public boolean edits(String shop) {
        return central.isPresent() || WRITERS.contains(roles.getOrDefault(shop, ShopRole.WEBMASTER));
    }

    private void requireScope(String shop, Scope scope) {
        Set<String> granted = scopes.get(shop);
        if (granted == null) {
            throw HttpProblem.NOT_FOUND.because();
        }
        if (!granted.contains(scope.word())) {
            throw HttpProblem.FORBIDDEN.because();
        }
    }

    private static void requireNamed(String shop) {
        if (shop == null || shop.isBlank()) {
            throw new ProblemException(
                    HttpProblem.INVALID_INPUT,
                    List.of(Violation.keyed("#shop", nl.etalage.content.ContentProblem.BUNDLE, "shop.required")));
        }
    }
}
