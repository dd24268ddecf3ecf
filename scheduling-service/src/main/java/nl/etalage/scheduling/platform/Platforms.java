package nl.etalage.scheduling.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The connectors there are. */
@ApplicationScoped
public class Platforms {

    private final Map<PlatformName, Platform> connectors;

    Platforms(@Any Instance<Platform> connectors) {
        this.connectors = connectors.stream().collect(Collectors.toMap(Platform::name, Function.identity()));
    }

    /** Empty where a person posts. */
    public Optional<Platform> find(PlatformName name) {
        return Optional.ofNullable(connectors.get(name));
    }
}
