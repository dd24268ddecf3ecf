package nl.etalage.shops.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductionReadinessTest {

    private static final String SECRET = "Wq7-uBn3-Lk9s-Zx2p";

    @Test
    void realSettingsPass() {
        assertEquals(List.of(), ProductionReadiness.unsafe(settings(Map.of())));
    }

    @ParameterizedTest
    @CsvSource({
        "etalage.database.owner-password, shops-owner-demo",
        "etalage.database.application-password, qW7x",
        "etalage.database.worker-password, DEMO-demo-DEMO",
        "etalage.service-client.secret, shops-service-demo",
        "etalage.issuer, http://localhost:8180/realms/etalage",
        "etalage.issuer, https://localhost/realms/etalage",
        "etalage.bootstrap-admin, http://localhost:8180/realms/etalage|8a1b",
    })
    void aDemoSettingIsNamedWithoutItsValue(String name, String value) {
        List<String> unsafe = ProductionReadiness.unsafe(settings(Map.of(name, value)));
        assertEquals(1, unsafe.size());
        assertTrue(unsafe.get(0).startsWith(name + " "), unsafe.get(0));
        assertFalse(unsafe.get(0).contains(value), unsafe.get(0));
    }

    private static SmallRyeConfig settings(Map<String, String> changed) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "etalage.database.owner-password", SECRET,
                "etalage.database.application-password", SECRET,
                "etalage.database.worker-password", SECRET,
                "etalage.issuer", "https://login.example.org/realms/etalage",
                "etalage.bootstrap-admin", "https://login.example.org/realms/etalage|8a1b"));
        settings.putAll(changed);
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
    }
}
