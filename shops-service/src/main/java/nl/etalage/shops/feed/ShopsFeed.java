package nl.etalage.shops.feed;

/** The one feed of this service, in which other services hear of shops, members and integrations. */
public final class ShopsFeed {

    /** Name of the feed. */
    public static final String NAME = "shops";

    private ShopsFeed() {}
}
