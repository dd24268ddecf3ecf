package nl.etalage.scheduling.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import nl.etalage.scheduling.platform.Picture;
import nl.etalage.scheduling.platform.Pictures;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Pictures from content-service: the path of the rendering's address, at the service itself, so that a picture doesn't
 * travel through the gateway and no other server is ever asked.
 */
@ApplicationScoped
public class ContentPictures implements Pictures {

    private static final String MEDIA = "/api/v1/media/";
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(20);

    /** Mastodon takes pictures up to 16 MiB; renditions are far smaller. */
    private static final long MOST_BYTES = 16L * 1024 * 1024;

    private final URI content;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    /** With content-service's address, without a path; also for tests. */
    public ContentPictures(@ConfigProperty(name = "etalage.content-url") URI content) {
        this.content = content;
    }

    @Override
    public Fetched fetch(Picture picture, Path target) throws IOException {
        String path = URI.create(picture.url()).getRawPath();
        if (path == null || !path.startsWith(MEDIA) || path.contains("..")) {
            return Fetched.GONE;
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(content + path))
                .timeout(ANSWER)
                .GET()
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return switch (response.statusCode()) {
                    case 200 -> copy(body, target);
                    case 404, 410 -> Fetched.GONE;
                    default -> Fetched.UNAVAILABLE;
                };
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Fetched.UNAVAILABLE;
        } catch (IOException away) {
            return Fetched.UNAVAILABLE;
        }
    }

    private static Fetched copy(InputStream body, Path target) throws IOException {
        try (OutputStream file = Files.newOutputStream(target)) {
            byte[] buffer = new byte[8192];
            long total = 0;
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                total += read;
                if (total > MOST_BYTES) {
                    return Fetched.GONE;
                }
                file.write(buffer, 0, read);
            }
            return Fetched.DONE;
        }
    }
}
