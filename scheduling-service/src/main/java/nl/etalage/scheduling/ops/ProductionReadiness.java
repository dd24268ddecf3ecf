package nl.etalage.scheduling.ops;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfig;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
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
            "etalage.service-client.secret");
    private static final String CREDENTIALS_KEY = "etalage.credentials-key";
    private static final String ALLOWED_PRIVATE = "etalage.platforms.allowed-private";
    private static final int SHORTEST_SECRET = 12;

    /** 32 random bytes hold fewer different ones than this once in more than a billion times. */
    private static final int FEWEST_DIFFERENT_BYTES = 20;

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
        config.getOptionalValue(CREDENTIALS_KEY, String.class)
                .filter(ProductionReadiness::guessableKey)
                .ifPresent(
                        value -> unsafe.add(CREDENTIALS_KEY + " is not random; make one with openssl rand -base64 32"));
        config.getOptionalValue(ALLOWED_PRIVATE, String.class)
                .filter(value -> !value.isBlank())
                .ifPresent(value -> unsafe.add(ALLOWED_PRIVATE + " lets channels reach servers in your own network"));
        config.getOptionalValue("etalage.issuer", String.class)
                .filter(ProductionReadiness::insecure)
                .ifPresent(value -> unsafe.add("etalage.issuer is not an https address of a real host"));
        return unsafe;
    }

    private static boolean guessable(String secret) {
        return secret.length() < SHORTEST_SECRET
                || secret.toLowerCase(Locale.ROOT).contains("demo");
    }

    /** A demo's key is readable text or a pattern; a random one is neither. */
    private static boolean guessableKey(String base64) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException notBase64) {
            return true;
        }
        String text = new String(key, StandardCharsets.ISO_8859_1);
        return text.chars().distinct().count() < FEWEST_DIFFERENT_BYTES
                || text.chars().allMatch(character -> character >= 0x20 && character < 0x7f);
    }

    private static boolean insecure(String issuer) {
        if (!issuer.startsWith("https://")) {
            return true;
        }
        String host = URI.create(issuer).getHost();
        return host == null || host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }
}
