package nl.etalage.standin.media;

import java.util.Optional;

/** The point of a picture that stays in view when it is cropped; both from -1 to 1, from the middle. */
public record Focus(double x, double y) {
    /** Reads {@code x,y}; nothing when it isn't that. */
    static Optional<Focus> parse(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Focus(Double.parseDouble(parts[0].trim()), Double.parseDouble(parts[1].trim())))
                    .filter(focus -> Math.abs(focus.x) <= 1 && Math.abs(focus.y) <= 1);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
