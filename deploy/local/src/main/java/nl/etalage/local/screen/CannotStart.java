package nl.etalage.local.screen;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.Locale;

/** Why nothing was started, or why all was stopped again: one sentence for the person at the keyboard. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotStart(String sentence) {
        super(sentence);
    }

    public CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** What a failed read or write of a file means to the person who only asked for a start. */
    public static CannotStart because(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        if (message.toLowerCase(Locale.ROOT).contains("no space left")) {
            return new CannotStart(
                    "The disk is full: free about a gigabyte, then start again; nothing was left half done.", failure);
        }
        if (failure instanceof AccessDeniedException || message.contains("Permission denied")) {
            return new CannotStart(
                    "No permission for %s: it belongs to another user, perhaps because ./deploy/up ran as root before."
                            .formatted(message),
                    failure);
        }
        return new CannotStart("%s: %s.".formatted(failure.getClass().getSimpleName(), message), failure);
    }
}
