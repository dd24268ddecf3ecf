package nl.etalage.content.asset;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.etalage.content.asset.file.CleanMovie;
import nl.etalage.content.asset.file.Mp3;
import nl.etalage.content.asset.file.Paper;

/**
 * Makes what goes out, the first time somebody asks, and keeps it: pictures drawn anew, other files without what they
 * say about where, when and by whom they were made. Takes up to seconds, on the caller's thread.
 */
@ApplicationScoped
class DeliverMedia {

    private final MediaStore store;
    private final MakeRendition renditions;

    DeliverMedia(MediaStore store, MakeRendition renditions) {
        this.store = store;
        this.renditions = renditions;
    }

    /** Where it stands. */
    Path file(Asset asset, MediaForm form) {
        return form.words(asset)
                .map(words -> captions(asset, form, words))
                .orElseGet(() -> form.word().equals(MediaForm.FILE)
                        ? copy(asset, form)
                        : renditions.of(asset, form.rendition()));
    }

    private Path copy(Asset asset, MediaForm form) {
        Path original = store.original(asset.file().sha256());
        Path place = store.rendition(asset.file().sha256(), form.word() + "." + form.extension());
        return made(place, out -> {
            switch (asset.file().format()) {
                case MP4, M4A -> CleanMovie.copy(original, out);
                case MP3 -> Mp3.copy(original, out);
                case PDF -> Paper.copy(original, out);
                default -> throw new IllegalStateException("A picture is drawn anew");
            }
        });
    }

    private Path captions(Asset asset, MediaForm form, String words) {
        return made(
                store.rendition(asset.mediaKey(), form.word() + "." + form.extension()),
                out -> out.write(words.getBytes(StandardCharsets.UTF_8)));
    }

    private Path made(Path place, MediaStore.Content content) {
        try {
            if (!Files.exists(place)) {
                store.place(place, content);
            }
            return place;
        } catch (IOException failure) {
            throw new UncheckedIOException("A file can't be delivered", failure);
        }
    }
}
