package nl.etalage.shops.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Objects;
import nl.etalage.shops.erasure.Person;

/**
 * What the last table said of a shop. Where the shop still says the same, nobody has changed it since and the next table
 * may; where it says something else, somebody there knew better.
 */
@Entity
@Table(name = "imported_shop")
public class ImportedShop {

    @Id
    private String shop;

    @Column(name = "match_key")
    private String matchKey;

    private String name;
    private String town;
    private String website;
    private String mailbox;
    private String contact;
    private String telephone;

    /** For Hibernate. */
    protected ImportedShop() {}

    ImportedShop(String shop, ShopRow row) {
        this.shop = shop;
        remember(row);
    }

    final void remember(ShopRow row) {
        matchKey = row.matchKey();
        name = row.name();
        town = row.town();
        website = row.website();
        mailbox = row.mailbox();
        contact = row.contact();
        telephone = row.telephone();
    }

    /** As if the table had not named this person. */
    void forget(Person person) {
        if (person.isCalled(contact)) {
            contact = null;
        }
        if (person.has(mailbox)) {
            mailbox = null;
        }
    }

    String shop() {
        return shop;
    }

    /** What was said last, field by field. */
    ShopRow said() {
        return new ShopRow(0, shop, name, town, website, mailbox, contact, telephone);
    }

    boolean saidTheSame(ShopRow row) {
        return Objects.equals(
                said(),
                new ShopRow(
                        0, shop, row.name(), row.town(), row.website(), row.mailbox(), row.contact(), row.telephone()));
    }
}
