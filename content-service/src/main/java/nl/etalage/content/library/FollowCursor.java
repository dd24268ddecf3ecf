package nl.etalage.content.library;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a follower has come: in what changed for everybody, and in what changed because of its own shop. It is the id of
 * every event a follower gets, so that it keeps one text and we keep nothing.
 *
 * @param position in the feed of the library
 * @param own in the changes of the shop's own versions; null for a follower that only names a position
 * @param side what of the shop shows in the library, see {@link nl.etalage.content.access.Shop#side}; null likewise
 */
record FollowCursor(long position, Long own, String side) {

    static final FollowCursor START = new FollowCursor(0, null, null);

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})(?:-(\\d{1,18})-([0-9a-f]{12}))?");

    /** Empty when it has another form. */
    static Optional<FollowCursor> in(String id) {
        Matcher parts = FORM.matcher(id);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Long own = parts.group(2) == null ? null : Long.valueOf(parts.group(2));
        return Optional.of(new FollowCursor(Long.parseLong(parts.group(1)), own, parts.group(3)));
    }

    /** The same follower, further in the feed. */
    FollowCursor at(long further) {
        return new FollowCursor(further, own, side);
    }

    @Override
    public String toString() {
        return own == null ? String.valueOf(position) : position + "-" + own + "-" + side;
    }
}
