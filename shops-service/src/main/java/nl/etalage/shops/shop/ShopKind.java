package nl.etalage.shops.shop;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What sort of publisher a shop is; channels, calendar and approval work the same for all. */
public enum ShopKind {
    @JsonProperty("shop")
    SHOP,
    /** The network's own national accounts: one, with slug {@value #CENTRAL_SLUG}. */
    @JsonProperty("central")
    CENTRAL,
    @JsonProperty("region")
    REGION;

    /** The slug that the central publisher has, and no other. */
    public static final String CENTRAL_SLUG = "landelijk";

    /** The word in JSON, in events and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a word; empty for a word that is none. */
    public static Optional<ShopKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
