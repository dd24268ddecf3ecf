package nl.etalage.shops.member;

import static nl.etalage.shops.ShopsProblem.MEMBER_NOT_FOUND;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.etalage.shops.access.Role;

/** The members of shops, and of the central group where {@code shop} is null. */
@ApplicationScoped
class MemberRepository implements PanacheRepositoryBase<Member, UUID> {

    /** Any number; the lock of nothing else in this database has it. */
    private static final long CENTRAL_GROUP = 5_263_101L;

    private static final List<String> CONTACTS = List.of(Role.MANAGER.word(), Role.PUBLISHER.word());
    /** As the index has it, for nothing equals null. */
    private static final String AT = "coalesce(shop, '') = ?1";

    private static final String HOLDS = " and from <= ?2 and (until is null or until >= ?2)";

    /** Lets one transaction at a time change who is in the central group. */
    void lockCentralGroup() {
        getEntityManager()
                .createNativeQuery("SELECT CAST(pg_advisory_xact_lock(:key) AS text)", String.class)
                .setParameter("key", CENTRAL_GROUP)
                .getSingleResult();
    }

    /**
     * Lets one transaction at a time change when a person has a role somewhere. The constraint alone would do, but of
     * several that meet there the database ends some as a deadlock.
     */
    void lockPerson(MemberDocument member) {
        getEntityManager()
                .createNativeQuery(
                        "SELECT CAST(pg_advisory_xact_lock(hashtextextended(:person, 0)) AS text)", String.class)
                .setParameter("person", key(member.shop()) + '|' + member.issuer() + '|' + member.subject())
                .getSingleResult();
    }

    Member require(String shop, UUID id) {
        return find(AT + " and id = ?2", key(shop), id).firstResultOptional().orElseThrow(MEMBER_NOT_FOUND::because);
    }

    List<Member> list(String shop, UUID after, int limit) {
        return find(AT + " and id > ?2 order by id", key(shop), after)
                .page(Page.ofSize(limit))
                .list();
    }

    /** A person's memberships everywhere, past and coming ones too. */
    List<Member> ofPerson(String issuer, String subject) {
        return find("issuer = ?1 and subject = ?2 order by id", issuer, subject).list();
    }

    /** Whether somebody else has the role there on a day. */
    boolean othersWith(Role role, Member but, String shop, LocalDate day) {
        return count(AT + HOLDS + " and role = ?3 and id <> ?4", key(shop), day, role.word(), but.id()) > 0;
    }

    /** Whether the central group has an admin on a day. */
    boolean hasAdminOn(LocalDate day) {
        return count(AT + HOLDS + " and role = ?3", key(null), day, Role.ADMIN.word()) > 0;
    }

    /** Whether a shop has a manager on a day. */
    boolean hasManagerOn(String shop, LocalDate day) {
        return count(AT + HOLDS + " and role = ?3", key(shop), day, Role.MANAGER.word()) > 0;
    }

    /** Who can be written to about a shop's work: its managers and publishers on a day. */
    List<Member> contacts(String shop, LocalDate day, int limit) {
        return find(AT + HOLDS + " and role in ?3 order by id", shop, day, CONTACTS)
                .page(Page.ofSize(limit))
                .list();
    }

    private static String key(String shop) {
        return shop == null ? "" : shop;
    }
}
