package nl.etalage.local.screen;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Locale;

/** Why nothing was started, or why all was stopped again: one sentence for the person at the keyboard. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String DISK_FULL =
            "The disk is full: free about a gigabyte, then start again; what was half done has been cleared away.";

    public CannotStart(String sentence) {
        super(sentence);
    }

    public CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /**
     * What the end of a part means.
     *
     * @param what happened to which part
     * @param lastWords what the part wrote last, or empty
     * @param log where all of it stands
     */
    public static CannotStart because(String what, String lastWords, Path log) {
        if (meansFullDisk(lastWords)) {
            return new CannotStart(DISK_FULL);
        }
        String said = lastWords.isEmpty() ? "" : "; it wrote: " + lastWords;
        return new CannotStart("%s%s (all of it: %s).".formatted(what, said, log));
    }

    /** What a failed read or write of a file means to the person who only asked for a start. */
    public static CannotStart because(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        if (meansFullDisk(message)) {
            return new CannotStart(DISK_FULL, failure);
        }
        if (failure instanceof AccessDeniedException || message.contains("Permission denied")) {
            return new CannotStart(
                    "No permission for %s: it belongs to another user, perhaps because ./deploy/up ran as root before."
                            .formatted(message),
                    failure);
        }
        return new CannotStart("%s: %s.".formatted(failure.getClass().getSimpleName(), message), failure);
    }

    private static boolean meansFullDisk(String message) {
        return message.toLowerCase(Locale.ROOT).contains("no space left");
    }
}
