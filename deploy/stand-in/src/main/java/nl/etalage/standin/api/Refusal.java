package nl.etalage.standin.api;

/** A call that is answered with an error, in Mastodon's own words. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /** @param status 400 to 499 */
    public Refusal(int status, String message) {
        super(message);
        this.status = status;
    }

    public static Refusal unauthorized() {
        return new Refusal(401, "The access token is invalid");
    }

    public static Refusal notFound() {
        return new Refusal(404, "Record not found");
    }

    public static Refusal invalid(String message) {
        return new Refusal(422, message);
    }

    public int status() {
        return status;
    }
}
