package nl.etalage.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * What one service offers, as its committed {@code openapi.yaml} says.
 *
 * @param service short name, such as {@code shops}
 * @param document an OpenAPI 3.1 document
 */
record ServiceContract(String service, ObjectNode document) {

    /** The services in the order of the document. */
    static final List<String> SERVICES = List.of("shops", "content", "scheduling");

    /** Where the public API begins; what a service offers elsewhere is between services. */
    static final String PUBLIC = "/api/v1/";

    private static final int LARGEST = 16 * 1024 * 1024;

    /** Reads the contracts that were packaged with the gateway. */
    static List<ServiceContract> packaged() {
        return SERVICES.stream()
                .map(service -> packaged(service, "contracts/" + service + "/openapi.yaml"))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<ServiceContract> packaged(String service, String resource) {
        try (InputStream yaml = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            return yaml == null ? Optional.empty() : read(service, yaml);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The contract " + resource + " cannot be read", unreadable);
        }
    }

    /** Reads a contract; empty when there is nothing in it yet. */
    static Optional<ServiceContract> read(String service, InputStream yaml) throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        JsonNode document =
                new YAMLMapper(YAMLFactory.builder().loaderOptions(options).build()).readTree(yaml);
        return document instanceof ObjectNode object
                ? Optional.of(new ServiceContract(service, object))
                : Optional.empty();
    }
}
