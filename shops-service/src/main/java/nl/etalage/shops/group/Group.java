package nl.etalage.shops.group;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Shops that belong together, such as a region; stories can be meant for some groups only. */
@Entity
@Table(name = "shop_group")
public class Group {

    @Id
    private String slug;

    private String name;

    @Version
    private long version;

    /** For Hibernate. */
    protected Group() {}

    Group(String slug, String name) {
        this.slug = slug;
        this.name = name;
    }

    void rename(String newName) {
        name = newName;
    }

    /** Id in URLs. */
    public String slug() {
        return slug;
    }

    /** Counts changes; what is pending is not counted before it is flushed. */
    public long version() {
        return version;
    }

    /** The group as others see it. */
    public GroupDocument document() {
        return new GroupDocument(slug, name, version);
    }
}
