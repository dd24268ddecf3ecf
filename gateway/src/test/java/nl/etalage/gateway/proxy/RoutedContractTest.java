package nl.etalage.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The routes and the contracts agree: whatever a service offers to the world reaches that service. */
class RoutedContractTest {

    @ParameterizedTest
    @EnumSource(Neighbour.class)
    void everyPathOfAContractIsRoutedToItsService(Neighbour service) throws IOException {
        Path contract = Path.of("..", service.name().toLowerCase(Locale.ROOT) + "-service", "openapi.yaml");
        JsonNode document = new YAMLMapper().readTree(contract.toFile());
        List<String> paths = new ArrayList<>();
        document.path("paths").properties().forEach(path -> paths.add(path.getKey()));
        paths.removeIf(path -> !path.startsWith("/api/v1/"));

        assertFalse(paths.isEmpty());
        for (String path : paths) {
            assertEquals(Optional.of(service), Neighbour.ofPath(path.substring("/api/v1/".length())), path);
        }
    }
}
