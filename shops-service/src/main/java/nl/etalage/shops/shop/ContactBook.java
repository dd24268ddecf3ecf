package nl.etalage.shops.shop;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Set;
import nl.etalage.audittrail.AuditTrail;
import nl.etalage.shops.ShopsProblem;
import nl.etalage.shops.audit.Changes;
import nl.etalage.shops.erasure.Person;

/** How shops are reached. Row-level security lets a request see those it entered. */
@ApplicationScoped
public class ContactBook implements PanacheRepositoryBase<ShopContact, String> {

    private final AuditTrail audit;

    ContactBook(AuditTrail audit) {
        this.audit = audit;
    }

    /** How to reach a shop. */
    public ContactDocument of(String shop) {
        return find("shop", shop)
                .firstResultOptional()
                .orElseThrow(ShopsProblem.SHOP_NOT_FOUND::because)
                .document();
    }

    /** The shop's contact, which nobody else changes until this transaction ends. */
    ContactDocument forChange(String shop) {
        return locked(shop).document();
    }

    /** Writes down how a shop is reached; the content has passed its rules. */
    public ContactDocument describe(String shop, ContactDocument description) {
        ShopContact held = locked(shop);
        ContactDocument before = held.document();
        List<String> changed = Changes.between(before, description);
        if (changed.isEmpty()) {
            return before;
        }
        held.describe(description);
        flush();
        audit.record("shop-contact.changed", shop, "shop/" + shop, changed);
        return held.document();
    }

    /** Slugs of the shops with this mailbox, two at most: more is as ambiguous. */
    public List<String> shopsWith(String mailbox) {
        return find("lower(mailbox) = lower(?1)", mailbox).page(0, 2).stream()
                .map(ShopContact::document)
                .map(ContactDocument::shop)
                .toList();
    }

    /** Where shops are reached by a person: at their address, or by name at their own shops. */
    List<ContactDocument> reaching(Person person) {
        return find(
                        "lower(mailbox) in ?1 or (shop in ?2 and lower(contact) in ?3) order by shop",
                        person.mailboxes(),
                        person.shops().isEmpty() ? Set.of("") : person.shops(),
                        person.namesInLowerCase())
                .stream()
                .map(ShopContact::document)
                .filter(contact -> person.has(contact.mailbox()) || person.isCalled(contact.contact()))
                .toList();
    }

    private ShopContact locked(String shop) {
        return find("shop", shop)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(ShopsProblem.SHOP_NOT_FOUND::because);
    }
}
