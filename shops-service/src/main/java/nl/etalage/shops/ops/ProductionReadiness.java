package nl.etalage.shops.ops;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfig;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Refuses a production start on settings that belong to the demo. Only {@code etalage.demo=true} lets them pass, and
 * only the demo sets that.
 */
@ApplicationScoped
class ProductionReadiness {

    private static final List<String> SECRETS = List.of(
            "etalage.database.owner-password",
            "etalage.database.application-password",
            "etalage.database.worker-password",
            "etalage.service-client.secret",
            "etalage.keycloak.client-secret");

    private static final int SHORTEST_SECRET = 12;

    void check(@Observes @Priority(1) StartupEvent event) {
        SmallRyeConfig config = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
        boolean demo = config.getOptionalValue("etalage.demo", Boolean.class).orElse(false);
        if (LaunchMode.current() != LaunchMode.NORMAL || demo) {
            return;
        }
        List<String> unsafe = unsafe(config);
        if (!unsafe.isEmpty()) {
            throw new IllegalStateException("Not fit for production: " + String.join("; ", unsafe));
        }
    }

    /** One sentence for each property with an unsafe value; the value itself stays out of it. */
    static List<String> unsafe(SmallRyeConfig config) {
        List<String> unsafe = new ArrayList<>();
        for (String name : SECRETS) {
            config.getOptionalValue(name, String.class)
                    .filter(ProductionReadiness::guessable)
                    .ifPresent(value ->
                            unsafe.add(name + " is a demo secret or shorter than " + SHORTEST_SECRET + " characters"));
        }
        config.getOptionalValue("etalage.issuer", String.class)
                .filter(ProductionReadiness::insecure)
                .ifPresent(value -> unsafe.add("etalage.issuer is not an https address of a real host"));
        config.getOptionalValue("etalage.bootstrap-admin", String.class)
                .filter(value -> insecure(value.substring(0, Math.max(0, value.lastIndexOf('|')))))
                .ifPresent(value -> unsafe.add("etalage.bootstrap-admin names a person of the demo"));
        return unsafe;
    }

    private static boolean guessable(String secret) {
        return secret.length() < SHORTEST_SECRET
                || secret.toLowerCase(Locale.ROOT).contains("demo");
    }

    private static boolean insecure(String issuer) {
        if (!issuer.startsWith("https://")) {
            return true;
        }
        String host = URI.create(issuer).getHost();
        return host == null || host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }
}
