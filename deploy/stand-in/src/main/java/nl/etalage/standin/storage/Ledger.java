package nl.etalage.standin.storage;

/** Remembers what happened, so that a restart knows it again. */
@FunctionalInterface
public interface Ledger {
    /**
     * Returns when the fact is on disk.
     *
     * @param kind tells the reader what the fact is
     * @throws java.io.UncheckedIOException when it could not be written; then nothing of it was kept
     */
    void append(String kind, Object fact);

    /** Forgets everything at the end of the process. */
    static Ledger inMemory() {
        return (kind, fact) -> {};
    }
}
