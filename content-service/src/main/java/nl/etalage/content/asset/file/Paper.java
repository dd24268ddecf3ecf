package nl.etalage.content.asset.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * A PDF.
 *
 * @param pages how many
 * @param locked whether it asks for a password, or forbids something
 * @param active whether it holds a program, another file, or starts something
 */
public record Paper(int pages, boolean locked, boolean active) {

    private static final COSName SUBTYPE = COSName.S;
    private static final List<String> ACTIONS =
            List.of("JavaScript", "Launch", "Rendition", "Movie", "Sound", "ImportData", "SubmitForm");
    private static final List<COSName> PARTS = List.of(
            COSName.JS,
            COSName.getPDFName("JavaScript"),
            COSName.getPDFName("EmbeddedFiles"),
            COSName.EF,
            COSName.getPDFName("XFA"),
            COSName.getPDFName("RichMediaContent"));

    /** Who or what made a part of it; TeX notes the folders of the pictures it takes in. */
    private static final List<COSName> PERSONAL = List.of(
            COSName.METADATA,
            COSName.getPDFName("PieceInfo"),
            COSName.getPDFName("PTEX.FileName"),
            COSName.getPDFName("PTEX.InfoDict"));

    /** Remarks on a page say whose they are. */
    private static final Set<String> REMARKS = Set.of(
            "Text",
            "FreeText",
            "Line",
            "Square",
            "Circle",
            "Polygon",
            "PolyLine",
            "Highlight",
            "Underline",
            "Squiggly",
            "StrikeOut",
            "Stamp",
            "Caret",
            "Ink",
            "Popup");

    private static final COSName PHOTOGRAPH = COSName.DCT_DECODE;
    private static final int DEEPEST = 100;

    /** What is unpacked goes to a file beside, not into memory, and no further than this. */
    private static final StreamCacheCreateFunction BESIDE =
            MemoryUsageSetting.setupTempFileOnly(512L * 1024 * 1024).streamCache;

    /** Readers allow that much behind the end. */
    private static final int TAIL = 1024;

    private static final String END = "%%EOF";

    /**
     * Reads every object.
     *
     * @throws DamagedFile when it can't be read
     */
    public static Paper of(Path path) throws IOException {
        ends(path);
        try (PDDocument document = open(path)) {
            boolean locked = document.isEncrypted();
            int pages = document.getNumberOfPages();
            if (pages < 1) {
                throw new DamagedFile("no pages");
            }
            return new Paper(pages, locked, !locked && active(document));
        } catch (InvalidPasswordException password) {
            return new Paper(0, true, false);
        } catch (DamagedFile known) {
            throw known;
        } catch (IOException | RuntimeException damaged) {
            throw new DamagedFile("an object can't be read", damaged);
        }
    }

    /** Copies without who wrote it, when, and with what, and where its pictures were taken. */
    public static void copy(Path path, OutputStream to) throws IOException {
        try (PDDocument document = open(path)) {
            document.setDocumentInformation(new PDDocumentInformation());
            document.getDocumentCatalog().setMetadata(null);
            for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
                COSBase object = object(document, key);
                forget(object, 0);
                if (object instanceof COSStream stream) {
                    clean(document.getDocument(), stream);
                }
            }
            document.save(to);
        }
    }

    /** Looks into what stands inside an object, as {@link #active} does. */
    private static void forget(COSBase object, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (object instanceof COSDictionary dictionary) {
            PERSONAL.forEach(dictionary::removeItem);
            if (REMARKS.contains(dictionary.getNameAsString(COSName.SUBTYPE, ""))) {
                dictionary.removeItem(COSName.T);
            }
            dictionary.getValues().stream().filter(Paper::stands).forEach(value -> forget(value, depth + 1));
        } else if (object instanceof COSArray array) {
            for (COSBase value : array) {
                if (stands(value)) {
                    forget(value, depth + 1);
                }
            }
        }
    }

    /** What describes the document or a part of it goes, and what describes a photograph in it. */
    private static void clean(COSDocument document, COSStream stream) throws IOException {
        if (COSName.METADATA.equals(stream.getCOSName(COSName.TYPE))) {
            stream.clear();
            stream.createOutputStream().close();
        } else if (photograph(stream)) {
            try (COSStream copy = document.createCOSStream()) {
                try (InputStream in = new PDStream(stream).createInputStream(List.of(PHOTOGRAPH.getName()));
                        OutputStream out = copy.createRawOutputStream()) {
                    Jpeg.copy(in, out);
                }
                try (InputStream in = copy.createRawInputStream();
                        OutputStream out = stream.createRawOutputStream()) {
                    in.transferTo(out);
                }
            }
            stream.setItem(COSName.FILTER, PHOTOGRAPH);
            stream.removeItem(COSName.DECODE_PARMS);
        }
    }

    private static boolean photograph(COSStream stream) {
        COSBase filter = stream.getFilters();
        return PHOTOGRAPH.equals(filter)
                || (filter instanceof COSArray filters
                        && filters.size() > 0
                        && PHOTOGRAPH.equals(filters.getObject(filters.size() - 1)));
    }

    /** A reader repairs what it can, but half a document is none. */
    private static void ends(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(TAIL, file.length())];
            file.seek(file.length() - tail.length);
            file.readFully(tail);
            if (!new String(tail, StandardCharsets.ISO_8859_1).contains(END)) {
                throw new DamagedFile("the end is missing");
            }
        }
    }

    private static PDDocument open(Path path) throws IOException {
        return Loader.loadPDF(new RandomAccessReadBufferedFile(path.toFile()), "", null, null, BESIDE);
    }

    private static boolean active(PDDocument document) {
        for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
            if (active(object(document, key), 0)) {
                return true;
            }
        }
        return false;
    }

    private static COSBase object(PDDocument document, COSObjectKey key) {
        return document.getDocument().getObjectFromPool(key).getObject();
    }

    /** Looks into what stands inside an object; what it refers to has a number of its own. */
    private static boolean active(COSBase object, int depth) {
        if (depth > DEEPEST) {
            return true;
        }
        if (object instanceof COSDictionary dictionary) {
            COSName action = dictionary.getCOSName(SUBTYPE);
            if ((action != null && ACTIONS.contains(action.getName()))
                    || PARTS.stream().anyMatch(dictionary::containsKey)) {
                return true;
            }
            return dictionary.getValues().stream().anyMatch(value -> inside(value, depth));
        }
        if (object instanceof COSArray array) {
            for (COSBase value : array) {
                if (inside(value, depth)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean inside(COSBase value, int depth) {
        return stands(value) && active(value, depth + 1);
    }

    /** Whether a value stands where it is used, and is not an object elsewhere. */
    private static boolean stands(COSBase value) {
        return !(value instanceof COSObject);
    }
}
