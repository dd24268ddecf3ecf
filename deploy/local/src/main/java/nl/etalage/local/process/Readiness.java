package nl.etalage.local.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Tells whether a started process can be used. */
@FunctionalInterface
public interface Readiness {

    boolean isReached();

    /** For what is ready as soon as it runs. */
    static Readiness atOnce() {
        return () -> true;
    }

    /** Reached when {@code GET} of this address answers 200; a refused connection or another answer means not yet. */
    static Readiness of(URI health) {
        return () -> {
            try {
                HttpURLConnection connection =
                        (HttpURLConnection) health.toURL().openConnection();
                connection.setConnectTimeout(500);
                connection.setReadTimeout(2_000);
                connection.setUseCaches(false);
                try {
                    return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
                } finally {
                    connection.disconnect();
                }
            } catch (IOException e) {
                return false;
            }
        };
    }
}
