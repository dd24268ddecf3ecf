package nl.etalage.standin;

/** The stand-in can't start; the message is one sentence that says why. */
public final class StartFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
