package nl.etalage.content.asset;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Looks for a second meaning of a file: a picture or a film that is a web page, a script, a document or an archive as well. Such
 * files are made to get past a check, never by a camera. Renditions are drawn anew and carry nothing of this; it is
 * refused because nobody sends it in good faith.
 */
final class HiddenContent {

    /**
     * The shorter a mark, the more must follow it: four bytes alone come by chance in one of a hundred photographs, and
     * a camera's must never be refused.
     */
    private static final Pattern MARKS =
            Pattern.compile("<script[\\s>/]|<\\?php\\s|<!doctype html|<html[\\s>]" + "|<svg[\\s>/][\\s\\x20-\\x7e]{6}");

    /** Parts of a page, in a picture only: a podcast may have some in what it says of itself. */
    private static final Pattern PARTS = Pattern.compile("<iframe[\\s>]|<img\\s[\\s\\x20-\\x7e]{6}");

    private static final String PDF = "%PDF-";
    private static final int PDF_WITHIN = 1024;
    private static final int BLOCK = 64 * 1024;
    private static final int OVERLAP = 24;

    /** An archive ends with a record of 22 bytes and a comment of at most 65,535. */
    private static final int ARCHIVE_END = 22;

    private static final int LONGEST_COMMENT = 65_535;
    private static final byte[] ARCHIVE_MARK = {'P', 'K', 5, 6};

    private HiddenContent() {}

    /** @param mediaType what the file is by itself */
    static boolean in(Path file, String mediaType) throws IOException {
        return archive(file) || marked(file, mediaType);
    }

    private static boolean marked(Path file, String mediaType) throws IOException {
        boolean document = mediaType.equals(FileFormat.PDF.mediaType());
        boolean picture = mediaType.startsWith("image/");
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            String tail = "";
            boolean first = true;
            byte[] block = in.readNBytes(BLOCK);
            while (block.length > 0) {
                String text = tail + new String(block, StandardCharsets.ISO_8859_1);
                if (first
                        && !document
                        && text.substring(0, Math.min(PDF_WITHIN, text.length()))
                                .contains(PDF)) {
                    return true;
                }
                String lower = text.toLowerCase(Locale.ROOT);
                if (MARKS.matcher(lower).find()
                        || (picture && PARTS.matcher(lower).find())) {
                    return true;
                }
                tail = text.substring(Math.max(0, text.length() - OVERLAP));
                first = false;
                block = in.readNBytes(BLOCK);
            }
            return false;
        }
    }

    private static boolean archive(Path file) throws IOException {
        try (RandomAccessFile random = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(random.length(), ARCHIVE_END + LONGEST_COMMENT);
            byte[] end = new byte[length];
            random.seek(random.length() - length);
            random.readFully(end);
            for (int at = length - ARCHIVE_END; at >= 0; at--) {
                if (matches(end, at) && whole(end, at, random.length() - length + at)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean matches(byte[] end, int at) {
        for (int offset = 0; offset < ARCHIVE_MARK.length; offset++) {
            if (end[at + offset] != ARCHIVE_MARK[offset]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Readers of archives look no further than this: one file, its list before this mark, and the comment before the end.
     * What stands behind the comment doesn't bother them all.
     */
    private static boolean whole(byte[] end, int at, long place) {
        int disks = number(end, at + 4, 4);
        int here = number(end, at + 8, 2);
        int all = number(end, at + 10, 2);
        long list = Integer.toUnsignedLong(number(end, at + 12, 4));
        int comment = number(end, at + ARCHIVE_END - 2, 2);
        return disks == 0 && here == all && list <= place && at + ARCHIVE_END + comment <= end.length;
    }

    /** The least part first. */
    private static int number(byte[] end, int at, int bytes) {
        int number = 0;
        for (int byteAt = bytes - 1; byteAt >= 0; byteAt--) {
            number = (number << 8) | (end[at + byteAt] & 0xFF);
        }
        return number;
    }
}
