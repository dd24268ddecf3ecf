package nl.etalage.content.asset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process that is in the middle of writing a file, and stays there until somebody ends it. */
final class HalfUpload {

    private HalfUpload() {}

    /** Arguments: the directory of the media, and the place of the file within it. */
    public static void main(String... arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        MediaStore store = new MediaStore(() -> directory);
        store.prepare(null);
        store.place(directory.resolve(arguments[1]), out -> {
            out.write(new byte[100_000]);
            System.out.println("halfway");
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
