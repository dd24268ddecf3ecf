package nl.etalage.gateway.proxy;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of the proxy. The defaults are meant for production. */
@ConfigMapping(prefix = "etalage.proxy")
interface ProxySettings {

    /** How long a service may take to accept a connection, waiting for a free one included. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** How long a service may take between the whole request and the head of its answer. */
    @WithDefault("20s")
    Duration headerTimeout();

    /** As {@link #headerTimeout}, where callers wait for events: a long poll lasts 30 s at most. */
    @WithDefault("40s")
    Duration eventHeaderTimeout();

    /** How long a connection to a service may be silent in both directions. Longer than any header time-out. */
    @WithDefault("60s")
    Duration idleTimeout();

    /** Largest body of anything that is not an upload. */
    @WithDefault("1M")
    MemorySize maxBody();

    /** Largest upload: multipart, picture, film or sound. */
    @WithDefault("200M")
    MemorySize maxUpload();

    /**
     * How long a body may bring less than {@link #leastPerPace} before its sender is given up. A connection to the
     * service is held all that time.
     */
    @WithDefault("20s")
    Duration bodyPace();

    /** What a body brings at least in every {@link #bodyPace}: 16 kB in 20 s is less than the oldest mobile network carries. */
    @WithDefault("16K")
    MemorySize leastPerPace();

    /** Connections to one service for ordinary requests: one slow service cannot take more than its own share. */
    @WithDefault("128")
    int connections();

    /** Connections to one service for callers who wait for events. */
    @WithDefault("2000")
    int eventConnections();

    /** Requests that may wait for a free connection before the next one is refused. */
    @WithDefault("256")
    int waiting();

    /** Failed requests in a row after which a service counts as away. */
    @WithDefault("5")
    int failuresToOpen();

    /** How long a service that is away is left alone before one request tries again. */
    @WithDefault("5s")
    Duration openFor();
}
