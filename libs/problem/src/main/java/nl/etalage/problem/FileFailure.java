package nl.etalage.problem;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Arrays;
import java.util.Set;

/**
 * Tells a disk of ours that fails from a sender that breaks off: both come as an {@link IOException}, and the words in it
 * are the operating system's, in its own language.
 */
enum FileFailure {
    /** Nothing can be written: the disk is full, broken or may only be read. */
    UNWRITABLE,
    /** A file is missing or closed to us. */
    OTHER,
    /** No file of ours has to do with it. */
    NONE;

    /** Far more than any failure is wrapped. */
    private static final int DEEPEST = 20;

    /** Where Java writes to files and nowhere else; sockets have channels of their own. */
    private static final Set<String> FILES =
            Set.of("java.io.FileOutputStream", "java.io.RandomAccessFile", "sun.nio.ch.FileChannelImpl");

    /** What a failure, or what caused it, says of our files. */
    static FileFailure in(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof IOException io) {
                FileFailure found = of(io);
                if (found != NONE) {
                    return found;
                }
            }
            cause = cause.getCause();
        }
        return NONE;
    }

    private static FileFailure of(IOException failure) {
        if (failure instanceof FileSystemException) {
            // Its subclasses say what is wrong with one file; what is wrong with the disk has no class of its own.
            return failure.getClass() == FileSystemException.class ? UNWRITABLE : OTHER;
        }
        return Arrays.stream(failure.getStackTrace())
                        .anyMatch(frame -> FILES.contains(frame.getClassName())
                                && frame.getMethodName().startsWith("write"))
                ? UNWRITABLE
                : NONE;
    }
}
