package nl.etalage.gateway.proxy;

import java.util.Optional;

/** The services behind the gateway, and which paths of the public API each owns: the table in the design, section 4. */
enum Neighbour {
    SHOPS,
    CONTENT,
    SCHEDULING;

    /**
     * The owner of a path under {@code /api/v1}.
     *
     * @param path path after {@code /api/v1/}, such as {@code shops/zeist}
     * @return empty when no service offers it to the world
     */
    static Optional<Neighbour> ofPath(String path) {
        String first = segment(path);
        return switch (first) {
            case "shops",
                    "groups",
                    "me",
                    "central",
                    "house-rules",
                    "merge-fields",
                    "invitations",
                    "join",
                    "member-invitations",
                    "people" -> Optional.of(SHOPS);
            case "stories",
                    "assets",
                    "media",
                    "campaigns",
                    "library",
                    "library.feed.json",
                    "library.atom",
                    "library.rss",
                    "adaptations",
                    "feed-keys",
                    "feeds",
                    "contributions",
                    "themes" -> Optional.of(CONTENT);
            case "channels",
                    "publications",
                    "week",
                    "week-links",
                    "slots",
                    "duties",
                    "replies",
                    "results",
                    "usage",
                    "campaign-progress",
                    "recalls",
                    "notices",
                    "calendar-keys",
                    "calendars" -> Optional.of(SCHEDULING);
            case "audit", "exports" -> ofPart(path.substring(Math.min(path.length(), first.length() + 1)));
            default -> Optional.empty();
        };
    }

    /** What every service has its part of is named after whose it is. */
    private static Optional<Neighbour> ofPart(String rest) {
        return switch (segment(rest)) {
            case "shops" -> Optional.of(SHOPS);
            case "content" -> Optional.of(CONTENT);
            case "delivery" -> Optional.of(SCHEDULING);
            default -> Optional.empty();
        };
    }

    private static String segment(String path) {
        int end = path.indexOf('/');
        return end < 0 ? path : path.substring(0, end);
    }
}
