package nl.etalage.eventfeed;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A thing the example service keeps with Hibernate. */
@Entity
class Item {

    @Id
    private String name;

    protected Item() {}

    Item(String name) {
        this.name = name;
    }
}
