package nl.etalage.gateway.identity;

/** Addresses of signing in and out. */
public final class SignIn {

    /** Asks for a sign-in and leads on to where one was; also where the issuer sends people back to. */
    public static final String PATH = "/sign-in";

    /** Where people land when the issuer did not sign them in. */
    public static final String REFUSED_PATH = "/sign-in/refused";

    /** Ends the session here and at the issuer. */
    public static final String LOGOUT_PATH = "/logout";

    /** Where the issuer tells us that a session ended there (OpenID Connect Back-Channel Logout 1.0). */
    public static final String BACK_CHANNEL_LOGOUT_PATH = "/back-channel-logout";

    /** Query parameter of {@link #PATH}: where to go afterwards, see {@link ReturnPath}. */
    public static final String TO = "to";

    private SignIn() {}
}
