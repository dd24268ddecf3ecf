package nl.etalage.shops.member;

import static nl.etalage.shops.ShopsProblem.INVITATION_NOT_FOUND;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Invitations to become a member of a shop, or of the central group where {@code shop} is null. */
@ApplicationScoped
class MemberInvitationRepository implements PanacheRepositoryBase<MemberInvitation, UUID> {

    /** As the index has it, for nothing equals null. */
    private static final String AT = "coalesce(shop, '') = ?1";

    private static final String OPEN = " and state in ('waiting', 'sent', 'failed')";

    MemberInvitation requireForChange(String shop, UUID id) {
        return find(AT + " and id = ?2", key(shop), id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(INVITATION_NOT_FOUND::because);
    }

    /** Reads again what a link showed, and keeps it from changing until this transaction ends. */
    void hold(MemberInvitation invitation) {
        getEntityManager().refresh(invitation, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Those nobody has answered yet, oldest first. */
    List<MemberInvitation> pending(String shop, UUID after, int limit) {
        return find(AT + OPEN + " and id > ?2 order by id", key(shop), after)
                .page(Page.ofSize(limit))
                .list();
    }

    /** Those that made one of these members, or went to one of these addresses, which are in lower case. */
    List<MemberInvitation> about(Collection<UUID> members, Collection<String> mailboxes) {
        return find(
                        "member in ?1 or lower(email) in ?2",
                        members.isEmpty() ? List.of(new UUID(0, 0)) : members,
                        mailboxes)
                .list();
    }

    /** All of them, answered or not, oldest first. */
    List<MemberInvitation> all(String shop, UUID after, int limit) {
        return find(AT + " and id > ?2 order by id", key(shop), after)
                .page(Page.ofSize(limit))
                .list();
    }

    /** The open invitations that greeted a shop: one, unless something went wrong. */
    List<MemberInvitation> welcomes(String shop) {
        return find(AT + OPEN + " and welcome = true", key(shop))
                .page(Page.ofSize(10))
                .list();
    }

    private static String key(String shop) {
        return shop == null ? "" : shop;
    }
}
