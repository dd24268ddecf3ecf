package nl.etalage.content.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

    private static final Map<String, String> SAFE = Map.of(
            "etalage.database.owner-password", "kV3m8!fQ2zLw",
            "etalage.database.application-password", "pX9r4?dT7bNc",
            "etalage.database.worker-password", "hJ5s1#gY6vMa",
            "etalage.service-client.secret", "zC2n7$kU8eRq",
            "etalage.issuer", "https://login.example.org/realms/etalage",
            "etalage.public-url", "https://etalage.example.org");

    private static SmallRyeConfig with(String name, String value) {
        Map<String, String> settings = new HashMap<>(SAFE);
        settings.put(name, value);
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
    }

    @Test
    void aSafeStartPasses() {
        assertEquals(List.of(), ProductionReadiness.unsafe(with("etalage.demo", "false")));
    }

    @ParameterizedTest
    @CsvSource({
        "etalage.database.owner-password, kort",
        "etalage.database.application-password, content-demo-secret",
        "etalage.database.worker-password, test",
        "etalage.service-client.secret, content-service-demo",
        "etalage.issuer, http://login.example.org/realms/etalage",
        "etalage.issuer, https://localhost:8180/realms/etalage",
        "etalage.public-url, http://localhost:8080",
    })
    void anUnsafeSettingIsNamed(String name, String value) {
        List<String> unsafe = ProductionReadiness.unsafe(with(name, value));
        assertEquals(1, unsafe.size());
        assertEquals(name, unsafe.get(0).split(" ")[0]);
    }
}
