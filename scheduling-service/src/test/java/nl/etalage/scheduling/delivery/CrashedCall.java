package nl.etalage.scheduling.delivery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The call that a worker made just before its process died: the platform has it, our database doesn't know. */
final class CrashedCall {

    private CrashedCall() {}

    static void post(DeliveryWorld world, Job job, String account) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(world.platform.url() + "/api/v1/statuses"))
                .header("Authorization", "Bearer stand-in-" + account)
                .header("Idempotency-Key", job.post().key().toString())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"status\":\"" + job.post().text() + "\"}"))
                .build();
        try {
            int status = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .statusCode();
            if (status != 200) {
                throw new IllegalStateException("The stand-in answered " + status);
            }
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
