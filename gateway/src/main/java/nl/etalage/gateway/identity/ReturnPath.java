package nl.etalage.gateway.identity;

import java.net.URI;
import java.net.URISyntaxException;

/** Where to go after signing in: a path of our own, whatever a link says. */
public final class ReturnPath {

    private static final String FIRST_PAGE = "/";
    private static final int LONGEST = 2000;

    private ReturnPath() {}

    /**
     * The path itself, or the first page when it could lead elsewhere. Browsers take {@code //host} and {@code /\host}
     * for another site, and drop tabs and line ends before they look.
     *
     * @param wanted path with optional query, as it came in; may be null
     */
    public static URI of(String wanted) {
        return URI.create(wanted != null && ours(wanted) ? wanted : FIRST_PAGE);
    }

    private static boolean ours(String path) {
        if (path.length() > LONGEST || !path.startsWith("/") || path.startsWith("//")) {
            return false;
        }
        try {
            // Refuses backslashes and control characters too: none may stand in a URI.
            URI uri = new URI(path);
            boolean circles =
                    uri.getPath().startsWith(SignIn.PATH) || uri.getPath().equals(SignIn.LOGOUT_PATH);
            return uri.getRawAuthority() == null && uri.normalize().getPath().equals(uri.getPath()) && !circles;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
