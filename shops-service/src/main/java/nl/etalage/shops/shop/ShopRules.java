package nl.etalage.shops.shop;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.etalage.shops.Slug;
import nl.etalage.shops.validation.Findings;

/** What a shop's own description must hold to, whoever wrote it. */
final class ShopRules {

    static final int LONGEST_NAME = 100;
    static final int LONGEST_URL = 500;
    static final int LONGEST_ACCOUNT = 300;
    static final int LONGEST_FIELD = 500;
    static final int MOST_PROFILES = 20;
    static final int MOST_FIELDS = 50;
    static final int MOST_GROUPS = 20;

    /** Has a meaning of its own where the API expects a slug. */
    private static final Set<String> RESERVED = Set.of("import");

    private static final Pattern PLATFORM = Pattern.compile("[a-z][a-z0-9-]{0,29}");
    private static final Pattern FIELD_KEY = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private ShopRules() {}

    static void check(ShopDocument shop, Findings findings) {
        slug(shop, findings);
        findings.requiredLine("/name", shop.name(), LONGEST_NAME);
        findings.line("/town", shop.town(), LONGEST_NAME);
        zone(shop.timeZone(), findings);
        locale(shop.locale(), findings);
        url("/website", shop.website(), findings);
        url("/webshop", shop.webshop(), findings);
        entries("/profiles", shop.profiles(), PLATFORM, MOST_PROFILES, findings);
        lines("/profiles", shop.profiles(), LONGEST_ACCOUNT, findings);
        entries("/fields", shop.fields(), FIELD_KEY, MOST_FIELDS, findings);
        lines("/fields", shop.fields(), LONGEST_FIELD, findings);
        OpeningTimes.check(shop.openingHours(), findings);
        if (shop.rhythm() != null) {
            shop.rhythm().check(findings);
        }
        groups(shop.groups(), findings);
    }

    private static void slug(ShopDocument shop, Findings findings) {
        if (shop.slug() == null || shop.slug().isEmpty()) {
            findings.add("/slug", "required");
        } else if (RESERVED.contains(shop.slug())) {
            findings.add("/slug", "slug-reserved");
        } else if (!Slug.isValid(shop.slug())) {
            findings.add("/slug", "not-a-slug", Slug.LONGEST);
        } else if ((shop.kind() == ShopKind.CENTRAL) != shop.slug().equals(ShopKind.CENTRAL_SLUG)) {
            findings.add("/kind", "central-is-landelijk", ShopKind.CENTRAL_SLUG);
        }
    }

    private static void zone(String zone, Findings findings) {
        // Offsets and abbreviations such as CET know no place, and so no clock changes to come.
        boolean place = zone != null && ZONES.contains(zone) && zone.contains("/");
        if (!place || zone.startsWith("SystemV/") || zone.startsWith("Etc/")) {
            findings.add("/timeZone", "unknown-zone");
        }
    }

    private static void locale(String locale, Findings findings) {
        try {
            Locale parsed = new Locale.Builder().setLanguageTag(locale).build();
            if (locale.length() > 35 || !LANGUAGES.contains(parsed.getLanguage())) {
                findings.add("/locale", "unknown-locale");
            }
        } catch (IllformedLocaleException malformed) {
            findings.add("/locale", "unknown-locale");
        }
    }

    private static void url(String pointer, String text, Findings findings) {
        if (text == null) {
            return;
        }
        if (text.length() > LONGEST_URL) {
            findings.add(pointer, "too-long", LONGEST_URL);
            return;
        }
        try {
            URI url = new URI(text);
            boolean web = "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
            if (!web || url.getHost() == null || url.getRawUserInfo() != null) {
                findings.add(pointer, "not-a-url");
            }
        } catch (URISyntaxException malformed) {
            findings.add(pointer, "not-a-url");
        }
    }

    private static void entries(String pointer, Map<String, String> entries, Pattern key, int most, Findings findings) {
        if (entries.size() > most) {
            findings.add(pointer, "too-many", most);
        }
        entries.keySet().stream()
                .filter(name -> !key.matcher(name).matches())
                .limit(most)
                .forEach(name -> findings.add(place(pointer, name), "not-a-key"));
    }

    private static void lines(String pointer, Map<String, String> entries, int longest, Findings findings) {
        entries.entrySet().stream()
                .limit(MOST_FIELDS)
                .forEach(entry -> findings.requiredLine(place(pointer, entry.getKey()), entry.getValue(), longest));
    }

    private static void groups(List<String> groups, Findings findings) {
        if (groups.size() > MOST_GROUPS) {
            findings.add("/groups", "too-many", MOST_GROUPS);
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < groups.size(); index++) {
            findings.required("/groups/" + index, groups.get(index));
            if (!seen.add(groups.get(index))) {
                findings.add("/groups/" + index, "twice");
            }
        }
    }

    private static String place(String pointer, String name) {
        String shown = name.length() <= 60 ? name : name.substring(0, 60);
        return pointer + "/" + shown.replace("~", "~0").replace("/", "~1");
    }
}
