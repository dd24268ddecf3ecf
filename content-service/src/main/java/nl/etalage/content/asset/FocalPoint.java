package nl.etalage.content.asset;

/**
 * What a crop must keep in sight, as fractions of the picture as seen.
 *
 * @param x 0 (left) to 1 (right)
 * @param y 0 (top) to 1 (bottom)
 */
public record FocalPoint(double x, double y) {

    static final FocalPoint CENTRE = new FocalPoint(0.5, 0.5);
}
