package nl.etalage.content.asset;

import java.util.Arrays;
import java.util.Optional;

/** A form in which a picture is delivered. No rendition is larger than its original. */
public enum Rendition {
    WEB("web", 1600),
    WEB_480("web-480", 480),
    WEB_960("web-960", 960),
    SQUARE("square", new Size(1080, 1080)),
    PORTRAIT("portrait", new Size(1080, 1350)),
    LANDSCAPE("landscape", new Size(1600, 900)),
    TALL("tall", new Size(1080, 1920)),
    /** A5 at 300 dots per inch, or A4 at 210. */
    PRINT("print", 2480);

    private final String word;
    private final int longest;
    private final Size crop;

    Rendition(String word, int longest) {
        this.word = word;
        this.longest = longest;
        this.crop = null;
    }

    Rendition(String word, Size crop) {
        this.word = word;
        this.longest = crop.longest();
        this.crop = crop;
    }

    /** The name in addresses. */
    public String word() {
        return word;
    }

    public static Optional<Rendition> of(String word) {
        return Arrays.stream(values()).filter(rendition -> rendition.word.equals(word)).findFirst();
    }

    /** How large it is for an original of this size. */
    public Size sizeOf(Size original) {
        return crop == null ? original.within(longest) : original.cropped(crop);
    }
}
