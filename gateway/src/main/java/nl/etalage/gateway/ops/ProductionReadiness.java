package nl.etalage.gateway.ops;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import nl.etalage.gateway.GatewaySettings;
import org.jboss.logging.Logger;

/**
 * Refuses a start that is unsafe. What everybody can read in the demo's files, its keys, people and clients, opens
 * nothing outside the demo.
 */
class ProductionReadiness {

    private static final Logger LOG = Logger.getLogger(ProductionReadiness.class);
    private static final int SHORTEST_SECRET = 32;

    /** Everything of the demo that is a secret has this word in it. */
    private static final String DEMO = "demo";

    void check(@Observes @Priority(1) StartupEvent start, GatewaySettings settings) {
        if (LaunchMode.current() != LaunchMode.NORMAL || settings.demo()) {
            return;
        }
        List<String> refusals = new ArrayList<>(refusals(settings));
        DemoAtIssuer demo = DemoAtIssuer.ask(settings.issuer());
        refusals.addAll(demo.accepted());
        if (!demo.reached()) {
            LOG.warnf(
                    "The issuer %s does not answer, so nobody knows whether it still has the demo's people",
                    settings.issuer());
        }
        if (!refusals.isEmpty()) {
            throw new IllegalStateException("This start is not safe:\n - " + String.join("\n - ", refusals)
                    + "\nSet etalage.demo=true for a demo on your own machine.");
        }
    }

    /** What in the settings is not fit for production, each with the name to change. */
    static List<String> refusals(GatewaySettings settings) {
        List<String> refusals = new ArrayList<>();
        if (settings.sessionSecret().contains(DEMO)) {
            refusals.add("etalage.session-secret is the demo's: anybody can make themselves a session");
        } else if (settings.sessionSecret().length() < SHORTEST_SECRET) {
            refusals.add("etalage.session-secret has fewer than 32 characters");
        }
        if (settings.consoleClient().secret().contains(DEMO)) {
            refusals.add("etalage.console-client.secret is the demo's");
        }
        if (settings.serviceClient().secret().contains(DEMO)) {
            refusals.add("etalage.service-client.secret is the demo's");
        }
        refuseHttp("etalage.public-url", settings.publicUrl(), refusals);
        refuseHttp("etalage.issuer", settings.issuer(), refusals);
        return refusals;
    }

    private static void refuseHttp(String setting, URI url, List<String> refusals) {
        if (!"https".equals(url.getScheme())) {
            refusals.add(setting + " is " + url + ": people's sessions and tokens need https");
        }
    }
}
