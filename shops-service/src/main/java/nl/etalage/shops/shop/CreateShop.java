package nl.etalage.shops.shop;

import static nl.etalage.shops.ShopsProblem.SLUG_TAKEN;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import nl.etalage.shops.access.NetworkConfig;
import nl.etalage.shops.ops.Constraints;
import nl.etalage.shops.validation.Findings;

/** Takes a new shop into the network. */
@ApplicationScoped
public class CreateShop {

    private final ShopRepository shops;
    private final KnownGroups groups;
    private final NetworkConfig network;
    private final ShopJournal journal;
    private final Constraints constraints;
    private final ContactBook contacts;

    CreateShop(
            ShopRepository shops,
            KnownGroups groups,
            NetworkConfig network,
            ShopJournal journal,
            Constraints constraints,
            ContactBook contacts) {
        this.shops = shops;
        this.groups = groups;
        this.network = network;
        this.journal = journal;
        this.constraints = constraints;
        this.contacts = contacts;
    }

    /**
     * The shop as made, its gaps filled with what is usual in the network.
     *
     * @throws nl.etalage.problem.ProblemException 422 when something is wrong with the description, 409 when the slug
     *     is taken
     */
    public ShopDocument create(ShopDocument given) {
        ShopDocument description = completed(Findings.body(given));
        Findings findings = new Findings();
        findings.unchanged("/version", null, description.version());
        ShopRules.check(description, findings);
        groups.check(description.groups(), findings);
        findings.throwIfAny();
        Shop shop = new Shop(description);
        shops.persist(shop);
        constraints.flush(Map.of("shop_pkey", () -> SLUG_TAKEN.at("/slug", description.slug())));
        contacts.persist(new ShopContact(description.slug()));
        ShopDocument made = shop.document();
        journal.created(made);
        return made;
    }

    private ShopDocument completed(ShopDocument given) {
        return new ShopDocument(
                given.slug(),
                given.kind() == null ? ShopKind.SHOP : given.kind(),
                given.name(),
                given.town(),
                given.timeZone() == null ? network.timeZone().getId() : given.timeZone(),
                given.locale() == null ? network.locale() : given.locale(),
                given.website(),
                given.webshop(),
                given.profiles(),
                given.openingHours(),
                given.rhythm(),
                given.groups(),
                given.fields(),
                given.state() == null ? ShopState.ACTIVE : given.state(),
                given.sandbox(),
                given.version());
    }
}
