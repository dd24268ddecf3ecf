package nl.etalage.scheduling.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductionReadinessTest {

    private static Map<String, String> safe() {
        return new HashMap<>(Map.of(
                "etalage.database.owner-password", "Vq8o7m3b3Xk3l9Jm",
                "etalage.service-client.secret", "0pV8r8yQn2sT4uW6",
                "etalage.credentials-key", "q1jVb0xVq8o7m3b3Xk3l9Jm5f0pV8r8yQn2sT4uW6aA=",
                "etalage.issuer", "https://login.etalage.example/realms/etalage"));
    }

    private static SmallRyeConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
    }

    @Test
    void randomSecretsAndARealIssuerMayStart() {
        assertEquals(List.of(), ProductionReadiness.unsafe(config(safe())));
    }

    @ParameterizedTest
    @CsvSource({
        "etalage.database.owner-password, short",
        "etalage.database.worker-password, a-demo-password",
        "etalage.service-client.secret, demo-secret-demo-secret",
        "etalage.credentials-key, AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "etalage.credentials-key, not-base64",
        "etalage.platforms.allowed-private, http://localhost:8190",
        "etalage.issuer, http://localhost:8180/realms/etalage",
        "etalage.issuer, https://localhost/realms/etalage"
    })
    void aSettingOfTheDemoIsRefusedByName(String property, String value) {
        Map<String, String> settings = safe();
        settings.put(property, value);

        List<String> unsafe = ProductionReadiness.unsafe(config(settings));

        assertEquals(1, unsafe.size());
        assertEquals(property, unsafe.get(0).split(" ")[0]);
    }

    @Test
    void aReadableKeyIsNoKey() {
        Map<String, String> settings = safe();
        settings.put(
                "etalage.credentials-key",
                Base64.getEncoder()
                        .encodeToString("the-quick-brown-fox-jumps-over-1".getBytes(StandardCharsets.UTF_8)));

        assertEquals(1, ProductionReadiness.unsafe(config(settings)).size());
    }
}
