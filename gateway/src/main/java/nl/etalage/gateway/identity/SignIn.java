package nl.etalage.gateway.identity;

/** Addresses of signing in and out. */
public final class SignIn {

    /** Asks for a sign-in and leads on to where one was; also where the issuer sends people back to. */
    public static final String PATH = "/sign-in";

    /** Where people land when the issuer did not sign them in. */
    public static final String REFUSED_PATH = "/sign-in/refused";

    /** Ends the session here and at the issuer. */
    public static final String LOGOUT_PATH = "/logout";

    private SignIn() {}
}
