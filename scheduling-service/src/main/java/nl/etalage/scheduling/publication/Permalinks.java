package nl.etalage.scheduling.publication;

import java.net.URI;
import java.net.URISyntaxException;
import nl.etalage.scheduling.InputCheck;

/** Links that people give: they are shown to others, so only links to web pages. */
final class Permalinks {

    private static final int LONGEST = 1_000;

    private Permalinks() {}

    static void check(InputCheck check, String permalink) {
        check.atMost("/permalink", permalink, LONGEST)
                .wrongIf(permalink != null && !webPage(permalink), "/permalink", "web-address");
    }

    private static boolean webPage(String text) {
        try {
            URI link = new URI(text.strip());
            return link.getHost() != null
                    && link.getRawUserInfo() == null
                    && ("https".equals(link.getScheme()) || "http".equals(link.getScheme()));
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
