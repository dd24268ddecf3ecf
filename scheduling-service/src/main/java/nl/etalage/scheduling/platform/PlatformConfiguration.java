package nl.etalage.scheduling.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How this service calls platforms. */
@ConfigMapping(prefix = "etalage.platforms")
public interface PlatformConfiguration {

    /**
     * Servers that may be called though their address isn't public or their scheme isn't https, such as
     * {@code http://localhost:8190}. For the demo only; a production start with any of these refuses.
     */
    Optional<List<URI>> allowedPrivate();

    /** How long a connection may take. A healthy server accepts within one second, also from afar. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** How long one call may take as a whole. Mastodon gives up on its own requests after 15 to 30 seconds. */
    @WithDefault("30s")
    Duration callTimeout();

    /** How long the platform may work on an uploaded picture. */
    @WithDefault("60s")
    Duration mediaTimeout();
}
