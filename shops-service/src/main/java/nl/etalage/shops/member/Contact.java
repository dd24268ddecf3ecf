package nl.etalage.shops.member;

import java.util.UUID;
import nl.etalage.shops.access.Role;
import nl.etalage.shops.shop.ContactDocument;

/**
 * How to reach somebody who looks after a shop's channels, or the shop itself where nobody does yet.
 *
 * @param member id of the membership; null for the shop's mailbox, and so are subject, issuer and role
 * @param email null when nobody told
 * @param locale language to write in: the shop's
 */
public record Contact(UUID member, String subject, String issuer, String name, String email, Role role, String locale) {

    /** The shop's own mailbox. */
    static Contact of(ContactDocument shop, String name, String locale) {
        return new Contact(
                null, null, null, shop.contact() == null ? name : shop.contact(), shop.mailbox(), null, locale);
    }

    static Contact of(MemberDocument member, String locale) {
        return new Contact(
                member.id(), member.subject(), member.issuer(), member.name(), member.email(), member.role(), locale);
    }
}
