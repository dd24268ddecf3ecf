package nl.etalage.shops.shop;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An independent publisher. What it may look like is {@link ShopRules}'; a shop only takes what passed them. */
@Entity
@Table(name = "shop")
public class Shop {

    @Id
    private String slug;

    private String kind;
    private String name;
    private String town;

    @Column(name = "time_zone")
    private String timeZone;

    private String locale;
    private String website;
    private String webshop;

    @ElementCollection
    @CollectionTable(name = "shop_profile", joinColumns = @JoinColumn(name = "shop"))
    @MapKeyColumn(name = "platform")
    @Column(name = "account")
    private Map<String, String> profiles = new HashMap<>();

    @Column(name = "opening_hours")
    @JdbcTypeCode(SqlTypes.JSON)
    private List<OpeningTime> openingHours;

    @JdbcTypeCode(SqlTypes.JSON)
    private Rhythm rhythm;

    @ElementCollection
    @CollectionTable(name = "shop_in_group", joinColumns = @JoinColumn(name = "shop"))
    @Column(name = "group_slug")
    private Set<String> groups = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "shop_field", joinColumns = @JoinColumn(name = "shop"))
    @MapKeyColumn(name = "key")
    @Column(name = "value")
    private Map<String, String> fields = new HashMap<>();

    private String state;
    private boolean sandbox;

    @SuppressWarnings("UnusedVariable") // Written for queries only.
    private String search;

    @Version
    private long version;

    /** For Hibernate. */
    protected Shop() {}

    /** A new shop as described. */
    Shop(ShopDocument description) {
        slug = description.slug();
        kind = description.kind().word();
        describe(description);
    }

    /** Takes over a whole description; slug and kind never change. */
    final void describe(ShopDocument description) {
        name = description.name().strip();
        town = description.town() == null ? null : description.town().strip();
        timeZone = description.timeZone();
        locale = Locale.forLanguageTag(description.locale()).toLanguageTag();
        website = description.website();
        webshop = description.webshop();
        openingHours = OpeningTimes.inOrder(description.openingHours());
        rhythm = description.rhythm();
        state = description.state().word();
        sandbox = description.sandbox();
        search = SearchText.of(slug, name, town);
        replace(profiles, description.profiles());
        replace(fields, description.fields());
        groups.retainAll(description.groups());
        groups.addAll(description.groups());
    }

    private static void replace(Map<String, String> held, Map<String, String> given) {
        held.keySet().retainAll(given.keySet());
        held.putAll(given);
    }

    /** Id in URLs. */
    public String slug() {
        return slug;
    }

    /** Where the shop's days and local times are counted. */
    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    /** Language of the shop, a BCP 47 tag. */
    public String locale() {
        return locale;
    }

    /** Whether it hasn't said yes yet. */
    boolean candidate() {
        return ShopState.CANDIDATE.word().equals(state);
    }

    /** Counts changes; what is pending is not counted before it is flushed. */
    public long version() {
        return version;
    }

    /** The shop as others see it. */
    public ShopDocument document() {
        return new ShopDocument(
                slug,
                ShopKind.of(kind).orElseThrow(),
                name,
                town,
                timeZone,
                locale,
                website,
                webshop,
                new TreeMap<>(profiles),
                openingHours,
                rhythm,
                groups.stream().sorted().toList(),
                new TreeMap<>(fields),
                ShopState.valueOf(state.toUpperCase(Locale.ROOT)),
                sandbox,
                version);
    }
}
