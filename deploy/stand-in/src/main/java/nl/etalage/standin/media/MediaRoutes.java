package nl.etalage.standin.media;

import io.vertx.ext.web.FileUpload;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import nl.etalage.standin.account.Account;
import nl.etalage.standin.api.Answer;
import nl.etalage.standin.api.ApiCall;
import nl.etalage.standin.api.ApiServing;
import nl.etalage.standin.api.Fields;
import nl.etalage.standin.api.Refusal;

/** https://docs.joinmastodon.org/methods/media/ */
public final class MediaRoutes {
    private final MediaLibrary library;
    private final MediaView view;
    private final Clock clock;

    public MediaRoutes(MediaLibrary library, MediaView view, Clock clock) {
        this.library = library;
        this.view = view;
        this.clock = clock;
    }

    public void mount(Router router, ApiServing serving) {
        router.post("/api/v2/media").handler(serving.to(this::upload));
        router.get("/api/v1/media/:id").handler(serving.to(this::look));
    }

    private Answer upload(ApiCall call) throws IOException {
        Account owner = call.caller();
        FileUpload file =
                call.file("file").orElseThrow(() -> Refusal.invalid("Validation failed: File can't be blank"));
        Fields fields = call.fields();
        String description = fields.text("description").orElse(null);
        if (description != null && description.codePointCount(0, description.length()) > MediaLimits.DESCRIPTION) {
            throw Refusal.invalid("Validation failed: Description is too long (maximum is 1500 characters)");
        }
        Focus focus = fields.text("focus").flatMap(Focus::parse).orElse(null);
        Media media = library.add(owner, Path.of(file.uploadedFileName()), description, focus);
        // Judged at its first moment: how long the disk took doesn't change the answer.
        return answer(media, media.createdAt(), 202);
    }

    private Answer look(ApiCall call) {
        Media media = library.waiting(call.caller(), call.id()).orElseThrow(Refusal::notFound);
        return answer(media, clock.instant(), 206);
    }

    private Answer answer(Media media, Instant now, int statusWhileProcessing) {
        return Answer.of(media.processing(now) ? statusWhileProcessing : 200, view.of(media, now));
    }
}
