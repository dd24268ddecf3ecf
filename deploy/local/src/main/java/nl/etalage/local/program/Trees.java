package nl.etalage.local.program;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/** Whole directories. */
public final class Trees {

    private Trees() {}

    /** Deletes a file, or a directory with all in it; a link is deleted, what it points to isn't. */
    public static void delete(Path tree) throws IOException {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Fills a new directory, which only gets its name once it is whole; a failure leaves nothing behind. */
    public static void make(Path tree, Filling filling) throws IOException {
        Path unfinished = tree.resolveSibling(tree.getFileName() + ".new");
        delete(unfinished);
        Files.createDirectories(unfinished);
        boolean whole = false;
        try {
            filling.fill(unfinished);
            whole = true;
        } finally {
            if (!whole) {
                delete(unfinished);
            }
        }
        Files.move(unfinished, tree, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Puts into a directory what belongs there. */
    @FunctionalInterface
    public interface Filling {
        void fill(Path directory) throws IOException;
    }

    /** Makes a numbered user the owner of all in a directory. */
    public static void own(Path tree, int user, int group) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                return visitFile(directory, attributes);
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.setAttribute(file, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(file, "unix:gid", group, LinkOption.NOFOLLOW_LINKS);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
