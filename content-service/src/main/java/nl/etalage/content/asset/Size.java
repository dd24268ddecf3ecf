package nl.etalage.content.asset;

/**
 * How large a picture is, as seen: with its orientation applied.
 *
 * @param width pixels, at least 1
 * @param height pixels, at least 1
 */
public record Size(int width, int height) {

    /** The size with the longest side no longer than that, never larger than it is. */
    Size within(int longest) {
        double scale = Math.min(1, (double) longest / Math.max(width, height));
        return scaled(scale);
    }

    /** The size that just covers another, in the same proportions. */
    Size covering(Size other) {
        return scaled(Math.max((double) other.width / width, (double) other.height / height));
    }

    /** The largest part of this in a proportion, no larger than so wide and high. */
    Size cropped(Size target) {
        double scale = Math.min(1, Math.min((double) width / target.width, (double) height / target.height));
        return target.scaled(scale);
    }

    Size turned() {
        return new Size(/* width= */ height, /* height= */ width);
    }

    int longest() {
        return Math.max(width, height);
    }

    long pixels() {
        return (long) width * height;
    }

    private Size scaled(double scale) {
        return new Size(Math.max(1, (int) Math.round(width * scale)), Math.max(1, (int) Math.round(height * scale)));
    }
}
