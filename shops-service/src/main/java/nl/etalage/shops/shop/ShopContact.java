package nl.etalage.shops.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** How to reach a shop when nobody there has an account yet; every shop has one, be it empty. */
@Entity
@Table(name = "shop_contact")
public class ShopContact {

    @Id
    private String shop;

    private String mailbox;
    private String contact;
    private String telephone;

    @Version
    private long version;

    /** For Hibernate. */
    protected ShopContact() {}

    ShopContact(String shop) {
        this.shop = shop;
    }

    /** Takes over what passed the rules. */
    void describe(ContactDocument description) {
        mailbox = description.mailbox();
        contact = description.contact();
        telephone = description.telephone();
    }

    /** Counts changes; what is pending is not counted before it is flushed. */
    long version() {
        return version;
    }

    /** The contact as its manager and the central group see it. */
    public ContactDocument document() {
        return new ContactDocument(shop, mailbox, contact, telephone, version);
    }
}
