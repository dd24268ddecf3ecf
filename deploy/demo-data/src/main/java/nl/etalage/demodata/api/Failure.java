package nl.etalage.demodata.api;

/** The demo can't be brought in; the message is one sentence that says why. */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Failure(String sentence) {
        super(sentence);
    }

    public Failure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
