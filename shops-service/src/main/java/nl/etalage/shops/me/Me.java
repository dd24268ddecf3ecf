package nl.etalage.shops.me;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.etalage.shops.access.Binding;
import nl.etalage.shops.access.Membership;
import nl.etalage.shops.access.Role;
import nl.etalage.shops.access.Standing;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who the caller is, as the token and the network's members say today.
 *
 * @param clientId of a machine; null for a person
 * @param name how the identity provider calls a person; null when it doesn't say
 * @param email as the identity provider says; null when it doesn't
 * @param central the caller's part in the central group; null without
 * @param shops where the caller has a part, by slug; a machine has one at most
 * @param scopes what a machine may do: granted by its token and allowed by its binding; empty for a person
 */
@Schema(name = "Me")
public record Me(
        Kind kind,
        String issuer,
        String subject,
        @Schema(nullable = true) String clientId,
        @Schema(nullable = true) String name,
        @Schema(nullable = true) String email,
        @Schema(nullable = true) CentralPart central,
        List<ShopPart> shops,
        Set<String> scopes) {

    /** A person or a program. */
    @Schema(name = "CallerKind")
    public enum Kind {
        @JsonProperty("person")
        PERSON,
        @JsonProperty("machine")
        MACHINE
    }

    /**
     * A part in the central group.
     *
     * @param member id of the membership
     * @param until last day, included; null when open
     */
    public record CentralPart(UUID member, Role role, @Schema(nullable = true) LocalDate until) {}

    /**
     * A part in one shop.
     *
     * @param member id of the membership; null for a machine
     * @param integration id of the binding; null for a person
     * @param role null for a machine
     * @param trusted whether what a publisher plans goes out without approval; null for a machine
     * @param until last day, included; null when open
     */
    public record ShopPart(
            String slug,
            String name,
            @Schema(nullable = true) UUID member,
            @Schema(nullable = true) UUID integration,
            @Schema(nullable = true) Role role,
            @Schema(nullable = true) Boolean trusted,
            @Schema(nullable = true) LocalDate until) {}

    static Me of(Standing standing) {
        var caller = standing.caller();
        return new Me(
                caller.machine() ? Kind.MACHINE : Kind.PERSON,
                caller.issuer(),
                caller.subject(),
                caller.clientId(),
                caller.name(),
                caller.email(),
                standing.memberships().stream()
                        .filter(membership -> membership.shop() == null)
                        .map(membership -> new CentralPart(membership.member(), membership.role(), membership.until()))
                        .findFirst()
                        .orElse(null),
                caller.machine()
                        ? standing.binding().map(Me::part).map(List::of).orElse(List.of())
                        : standing.memberships().stream()
                                .filter(membership -> membership.shop() != null)
                                .map(Me::part)
                                .toList(),
                standing.effectiveScopes());
    }

    private static ShopPart part(Membership membership) {
        return new ShopPart(
                membership.shop(),
                membership.shopName(),
                membership.member(),
                null,
                membership.role(),
                membership.trusted(),
                membership.until());
    }

    private static ShopPart part(Binding binding) {
        return new ShopPart(
                binding.shop(), binding.shopName(), null, binding.integration(), null, null, binding.until());
    }
}
