package nl.etalage.shops.erasure;

/** A feature that keeps something by which a person can be known. */
public interface Forgets {

    /** What it keeps, in one word of the API. */
    String what();

    /**
     * Removes it, in the caller's transaction.
     *
     * @return how many records named the person
     */
    int forget(Person person);
}
