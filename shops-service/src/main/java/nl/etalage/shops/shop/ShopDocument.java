package nl.etalage.shops.shop;

import java.util.List;
import java.util.Map;
import nl.etalage.shops.Slug;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A shop as it goes over the wire, in both directions: one shape to create, to patch and to read.
 *
 * @param slug id in URLs, never changes
 * @param timeZone IANA zone; all local times of the shop are in it
 * @param locale language of the shop, a BCP 47 tag
 * @param website absolute http or https URL, or null
 * @param webshop absolute http or https URL, or null
 * @param profiles platform to URL or handle
 * @param groups slugs of groups; set by the central group
 * @param fields the shop's own merge fields: {@code key} is written {@code {{shop.fields.key}}} in a story
 * @param state set by the central group
 * @param sandbox whether it is a shop to try things with: it publishes to the stand-in platform only and counts in no
 *     figure; set by an admin
 * @param version counts changes, from 0
 */
@Schema(
        name = "Shop",
        requiredProperties = {"slug", "name"})
public record ShopDocument(
        @Schema(pattern = Slug.PATTERN, maxLength = Slug.LONGEST, examples = "zeist") String slug,
        @Schema(defaultValue = "shop") ShopKind kind,
        @Schema(maxLength = ShopRules.LONGEST_NAME, examples = "Wereldwinkel Zeist") String name,
        @Schema(nullable = true, maxLength = ShopRules.LONGEST_NAME, examples = "Zeist") String town,
        @Schema(examples = "Europe/Amsterdam") String timeZone,
        @Schema(examples = "nl") String locale,
        @Schema(nullable = true, maxLength = ShopRules.LONGEST_URL, examples = "https://zeist.example/") String website,
        @Schema(nullable = true, maxLength = ShopRules.LONGEST_URL) String webshop,
        @Schema(maxProperties = ShopRules.MOST_PROFILES) Map<String, String> profiles,
        List<OpeningTime> openingHours,
        @Schema(nullable = true) Rhythm rhythm,
        List<String> groups,
        @Schema(maxProperties = ShopRules.MOST_FIELDS) Map<String, String> fields,
        ShopState state,
        @Schema(defaultValue = "false") Boolean sandbox,
        @Schema(readOnly = true) Long version) {

    /** Whoever leaves out a list or a map gives an empty one. */
    public ShopDocument {
        profiles = profiles == null ? Map.of() : profiles;
        openingHours = openingHours == null ? List.of() : openingHours;
        groups = groups == null ? List.of() : groups;
        fields = fields == null ? Map.of() : fields;
        sandbox = sandbox != null && sandbox;
    }

    /** The same shop under another name, in another town, with another website. */
    public ShopDocument called(String otherName, String otherTown, String otherWebsite) {
        return new ShopDocument(
                slug,
                kind,
                otherName,
                otherTown,
                timeZone,
                locale,
                otherWebsite,
                webshop,
                profiles,
                openingHours,
                rhythm,
                groups,
                fields,
                state,
                sandbox,
                version);
    }

    /** The same shop, open at other times. */
    public ShopDocument open(List<OpeningTime> times) {
        return new ShopDocument(
                slug, kind, name, town, timeZone, locale, website, webshop, profiles, times, rhythm, groups, fields,
                state, sandbox, version);
    }

    /** The same shop in another state. */
    public ShopDocument in(ShopState other) {
        return new ShopDocument(
                slug,
                kind,
                name,
                town,
                timeZone,
                locale,
                website,
                webshop,
                profiles,
                openingHours,
                rhythm,
                groups,
                fields,
                other,
                sandbox,
                version);
    }
}
