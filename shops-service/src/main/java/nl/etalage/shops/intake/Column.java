package nl.etalage.shops.intake;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** A column of a table of shops, by the headings people give it in Dutch and English. */
enum Column {
    SLUG(Set.of("slug", "korte-naam", "kortenaam", "short-name")),
    NAME(Set.of("name", "naam", "winkel", "winkelnaam", "naam-winkel", "naam-van-de-winkel", "shop", "shop-name")),
    TOWN(Set.of("town", "plaats", "woonplaats", "vestigingsplaats", "stad", "city", "place")),
    WEBSITE(Set.of("website", "site", "webadres", "web", "url", "internet")),
    MAILBOX(Set.of(
            "mailbox",
            "email",
            "e-mail",
            "mail",
            "mailadres",
            "e-mailadres",
            "emailadres",
            "email-address",
            "e-mail-address",
            "postbus")),
    CONTACT(Set.of("contact", "contactpersoon", "contact-person", "contactperson", "naam-contactpersoon")),
    TELEPHONE(Set.of("telephone", "telefoon", "tel", "phone", "telefoonnummer", "telnr", "phone-number", "mobiel"));

    @SuppressWarnings("ImmutableEnumChecker") // Set.of gives one that nobody can change.
    private final Set<String> headings;

    Column(Set<String> headings) {
        this.headings = headings;
    }

    /** The column of a heading; empty for one we have no use for. */
    static Optional<Column> of(String heading) {
        String plain = ShopRow.plain(heading);
        return Arrays.stream(values())
                .filter(column -> column.headings.contains(plain))
                .findFirst();
    }
}
