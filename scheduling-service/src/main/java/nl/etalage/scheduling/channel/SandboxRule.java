package nl.etalage.scheduling.channel;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import nl.etalage.scheduling.SchedulingProblem;
import nl.etalage.scheduling.access.Shop;
import nl.etalage.scheduling.access.Shops;
import nl.etalage.scheduling.platform.SandboxServers;

/** A shop to try things with connects to a platform only where nobody reads it. */
@ApplicationScoped
class SandboxRule {

    private final Shops shops;
    private final SandboxServers servers;

    SandboxRule(Shops shops, SandboxServers servers) {
        this.shops = shops;
        this.servers = servers;
    }

    /**
     * Looks at where a shop wants to publish.
     *
     * @throws nl.etalage.problem.ProblemException 422 when people read that server
     */
    void check(String shop, Credentials given) {
        boolean sandbox = shops.find(shop).map(Shop::sandbox).orElse(false);
        if (sandbox && given != null && given.server() != null && !unread(given.server())) {
            throw SchedulingProblem.SANDBOX_ONLY.at("/credentials/server");
        }
    }

    private boolean unread(String server) {
        try {
            return servers.admit(new URI(server.strip()));
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
