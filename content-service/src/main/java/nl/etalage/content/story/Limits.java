package nl.etalage.content.story;

/** How much fits, in characters (code points) or items; the contract says the same. */
public final class Limits {

    public static final int TITLE = 200;
    public static final int SUMMARY = 500;
    public static final int BODY = 20_000;
    public static final int READER_VALUE = 500;

    /** A question, or a call to action. */
    public static final int LINE = 300;

    public static final int LINK = 500;
    public static final int CREDIT = 200;
    public static final int CHANNEL_TEXT = 5_000;
    public static final int ASSETS = 20;

    /** Themes, or target groups. */
    public static final int WORDS = 30;

    public static final int PRODUCTS = 100;
    public static final int PRODUCT_KEY = 100;

    /** A note to colleagues. */
    public static final int NOTE = 1_000;

    private Limits() {}
}
