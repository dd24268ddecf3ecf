package nl.etalage.shops.shop;

import nl.etalage.shops.validation.Findings;

/** Reads the query parameters of a list of shops. */
final class ShopFilters {

    private static final int LONGEST_PIECE = 100;

    private ShopFilters() {}

    static ShopRepository.Filter of(String q, String group, String kind, boolean candidates) {
        Findings findings = new Findings();
        if (q != null && q.length() > LONGEST_PIECE) {
            findings.add("#q", "too-long", LONGEST_PIECE);
        }
        if (kind != null && ShopKind.of(kind).isEmpty()) {
            findings.add("#kind", "unknown-kind");
        }
        findings.throwIfAny();
        return new ShopRepository.Filter(
                q == null || q.isBlank() ? null : q,
                group,
                kind == null ? ShopKind.SHOP : ShopKind.of(kind).orElseThrow(),
                candidates);
    }
}
