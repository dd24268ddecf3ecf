package nl.etalage.shops.intake;

import static nl.etalage.shops.ShopsProblem.SENTENCES;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.etalage.problem.HttpProblem;
import nl.etalage.problem.ProblemException;
import nl.etalage.problem.Violation;
import nl.etalage.shops.Slug;
import nl.etalage.shops.access.Reach;
import nl.etalage.shops.shop.ContactBook;
import nl.etalage.shops.shop.Shop;
import nl.etalage.shops.shop.ShopDocument;
import nl.etalage.shops.shop.ShopKind;
import nl.etalage.shops.shop.ShopRepository;

/** Knows the shop of a row again, or chooses a short name for a new one. */
@ApplicationScoped
class FindShop {

    private final ImportedShops imported;
    private final ShopRepository shops;
    private final ContactBook contacts;

    FindShop(ImportedShops imported, ShopRepository shops, ContactBook contacts) {
        this.imported = imported;
        this.shops = shops;
        this.contacts = contacts;
    }

    /**
     * The shop that the row is about: by its short name, else as an earlier table called it, else by name and town, else
     * by its mailbox.
     *
     * @throws ProblemException 422 when more than one can be meant, or the short name is unknown
     */
    Optional<String> of(ShopRow row) {
        if (row.slug() != null) {
            return Optional.of(byShortName(row.slug()));
        }
        return Stream.<Supplier<Set<String>>>of(
                        () -> Set.copyOf(imported.known(row.matchKey())), () -> byName(row), () -> byMailbox(row))
                .map(Supplier::get)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .map(FindShop::only);
    }

    private String byShortName(String slug) {
        ShopDocument shop = shops.within(slug, Reach.EVERYWHERE).orElseThrow(() -> refused("row.unknown-slug", slug));
        if (shop.kind() != ShopKind.SHOP) {
            throw refused("row.not-a-shop", slug);
        }
        return slug;
    }

    private Set<String> byName(ShopRow row) {
        Set<String> found = new TreeSet<>();
        shops.named(row.name()).stream()
                .map(Shop::document)
                .filter(shop -> row.town() == null
                        || shop.town() == null
                        || Objects.equals(ShopRow.plain(shop.town()), ShopRow.plain(row.town())))
                .forEach(shop -> found.add(shop.slug()));
        return found;
    }

    private Set<String> byMailbox(ShopRow row) {
        if (row.mailbox() == null) {
            return Set.of();
        }
        Set<String> found = new TreeSet<>(imported.withMailbox(row.mailbox()));
        found.addAll(contacts.shopsWith(row.mailbox()));
        return found;
    }

    private static String only(Set<String> found) {
        if (found.size() > 1) {
            throw refused("row.ambiguous");
        }
        return found.iterator().next();
    }

    private static ProblemException refused(String key, Object... arguments) {
        return new ProblemException(
                HttpProblem.INVALID_INPUT, List.of(Violation.keyed("/slug", SENTENCES, key, arguments)));
    }

    /** A short name that is free: the town, else the name, else the name with a number. */
    String freeSlug(ShopRow row) {
        String town = shortened(ShopRow.plain(row.town()));
        String name = shortened(ShopRow.plain(row.name()));
        Stream<String> numbered = Stream.iterate(2, number -> number + 1)
                .map(number -> (name.isEmpty() ? "winkel" : name) + "-" + number);
        return Stream.concat(Stream.of(town, name), numbered)
                .filter(Slug::isValid)
                .filter(slug -> !slug.equals(ShopKind.CENTRAL_SLUG) && !slug.equals("import"))
                .filter(slug -> shops.within(slug, Reach.EVERYWHERE).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** Room for a number behind it. */
    private static String shortened(String slug) {
        String cut = slug.substring(0, Math.min(slug.length(), Slug.LONGEST - 5));
        return cut.endsWith("-") ? cut.substring(0, cut.length() - 1) : cut;
    }
}
