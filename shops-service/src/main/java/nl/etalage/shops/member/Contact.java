package nl.etalage.shops.member;

import java.util.UUID;
import nl.etalage.shops.access.Role;

/**
 * How to reach somebody who looks after a shop's channels.
 *
 * @param member id of the membership
 * @param email null when nobody told
 * @param locale language to write in: the shop's
 */
public record Contact(UUID member, String subject, String issuer, String name, String email, Role role, String locale) {

    static Contact of(MemberDocument member, String locale) {
        return new Contact(
                member.id(), member.subject(), member.issuer(), member.name(), member.email(), member.role(), locale);
    }
}
