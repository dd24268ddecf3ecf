package nl.etalage.shops.keycloak;

/** Keycloak did not do what it was asked: it is away, too busy, or doesn't let us. Trying again later may help. */
public final class ProviderAwayException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ProviderAwayException(String message, Throwable cause) {
        super(message, cause);
    }

    ProviderAwayException(String message) {
        super(message);
    }
}
