package nl.etalage.scheduling.platform;

import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The servers that a shop to try things with may publish to, because nobody reads them. */
@ApplicationScoped
public class SandboxServers {

    private final List<String> servers;

    @Inject
    SandboxServers(Settings settings) {
        this(settings.servers().orElse(List.of()));
    }

    /** For tests and for {@link #SandboxServers(Settings)}. */
    public SandboxServers(List<URI> servers) {
        this.servers = servers.stream().map(SandboxServers::canonical).toList();
    }

    /** Settings of shops to try things with. */
    @ConfigMapping(prefix = "etalage.sandbox")
    public interface Settings {

        /** Stand-in platforms, such as {@code http://localhost:8190}; none when left out. */
        Optional<List<URI>> servers();
    }

    /** Whether nobody reads what is posted at this server. */
    public boolean admit(URI server) {
        return servers.contains(canonical(server));
    }

    /** The servers as they stand with a channel: scheme and authority in lower case, without a slash at the end. */
    public List<String> all() {
        return servers;
    }

    private static String canonical(URI server) {
        return server.toString().replaceAll("/+$", "").toLowerCase(Locale.ROOT);
    }
}
