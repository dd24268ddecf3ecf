package nl.etalage.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
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

    /** Outside those that systems give to connections, or it could be gone before the gateway listens there. */
    private static int free() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(10_000, 30_000);
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // Somebody else's.
            } catch (IOException none) {
                throw new IllegalStateException("No free port", none);
            }
        }
    }
}
