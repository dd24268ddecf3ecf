package nl.etalage.shops.limits;

/** What is counted of one shop. */
public enum Measure {
    /** Anything written for the shop: it is kept, put in the trail and told to the other services. */
    CHANGES("changes"),
    /** A mail to an address that somebody of the shop chose: too many make a sender of spam of us. */
    LETTERS("letters"),
    /** A client made at the network's provider, which all shops need to sign in. */
    CLIENTS("clients"),
    /** A whole assortment or a table of products: each may write thousands of rows. */
    ASSORTMENTS("assortments");

    private final String word;

    Measure(String word) {
        this.word = word;
    }

    /** As it stands in headers and settings. */
    String word() {
        return word;
    }
}
