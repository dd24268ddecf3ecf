package nl.etalage.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import nl.etalage.testing.FakeNeighbour;

/** The three services behind the gateway, as small real servers that a test tells what to answer. */
public final class Neighbours implements QuarkusTestResourceLifecycleManager {

    public static final FakeNeighbour SHOPS = FakeNeighbour.start();
    public static final FakeNeighbour CONTENT = FakeNeighbour.start();
    public static final FakeNeighbour SCHEDULING = FakeNeighbour.start();

    @Override
    public Map<String, String> start() {
        return Map.of(
                "etalage.shops-url",
                SHOPS.url().toString(),
                "etalage.content-url",
                CONTENT.url().toString(),
                "etalage.scheduling-url",
                SCHEDULING.url().toString(),
                "etalage.session-secret",
                "a secret of a test, over 32 characters long",
                "etalage.console-client.secret",
                "secret-of-the-console",
                "etalage.service-client.secret",
                "secret-of-the-gateway",
                "etalage.public-url",
                "http://localhost:" + port(),
                "quarkus.http.test-port",
                Integer.toString(port()));
    }

    /** Forgets what the three were told and asked. */
    public static void reset() {
        SHOPS.reset();
        CONTENT.reset();
        SCHEDULING.reset();
    }

    @Override
    public void stop() {
        // The servers are shared by all test classes of this run and end with it.
    }

    private static final int PORT = free();

    /** The port the gateway listens on: its public URL has to be known before it starts. */
    public static int port() {
        return PORT;
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException("No free port", none);
        }
    }
}
