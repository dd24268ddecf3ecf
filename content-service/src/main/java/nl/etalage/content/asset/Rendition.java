package nl.etalage.content.asset;

import java.util.Arrays;
import java.util.Optional;

/** A form in which a picture is delivered. No rendition is larger than its original. */
public enum Rendition {
    WEB("web", 1600),
    WEB_480("web-480", 480),
    WEB_960("web-960", 960),
    SQUARE("square", 1080, 1080),
    PORTRAIT("portrait", 1080, 1350),
    LANDSCAPE("landscape", 1600, 900),
    TALL("tall", 1080, 1920),
    /** A5 at 300 dots per inch, or A4 at 210. */
    PRINT("print", 2480);

    private final String word;
    private final boolean cropped;
    private final int width;
    private final int height;

    Rendition(String word, int longest) {
        this.word = word;
        this.cropped = false;
        this.width = longest;
        this.height = longest;
    }

    Rendition(String word, int width, int height) {
        this.word = word;
        this.cropped = true;
        this.width = width;
        this.height = height;
    }

    /** The name in addresses. */
    public String word() {
        return word;
    }

    public static Optional<Rendition> of(String word) {
        return Arrays.stream(values())
                .filter(rendition -> rendition.word.equals(word))
                .findFirst();
    }

    /** How large it is for an original of this size. */
    public Size sizeOf(Size original) {
        return cropped ? original.cropped(new Size(width, height)) : original.within(width);
    }
}
