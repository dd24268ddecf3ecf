package nl.etalage.content.asset;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.etalage.content.Findings;

/**
 * Tells whether a text is captions that a player shows. A player says nothing of a line it can't read: it leaves it out,
 * and the captions are a sentence short.
 *
 * @see <a href="https://www.w3.org/TR/webvtt1/#file-structure">WebVTT, file structure</a>
 */
final class WebVtt {

    private static final Pattern BEGIN = Pattern.compile("\\uFEFF?WEBVTT(?:[ \\t].*)?");
    private static final Pattern LINES = Pattern.compile("\\r\\n|\\r|\\n");
    private static final String ARROW = "-->";
    private static final String TIME = "(?:(\\d{2,6}):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})";
    private static final Pattern TIMES = Pattern.compile(TIME + "[ \\t]+" + ARROW + "[ \\t]+" + TIME + "(?:[ \\t].*)?");

    /** What stands in the place of bytes that are no letters in the encoding a text was read with. */
    private static final char UNREADABLE = '\uFFFD';

    private static final Pattern ONE_TIME = Pattern.compile(TIME);

    private WebVtt() {}

    /** Adds what a player couldn't show; the first wrong line only, as the others are often wrong the same way. */
    static void refuseUnfit(String pointer, String text, Findings findings) {
        if (text == null) {
            return;
        }
        String[] lines = LINES.split(text, -1);
        if (!BEGIN.matcher(lines[0]).matches()) {
            findings.add(pointer, "asset.captions");
            return;
        }
        for (int at = 0; at < lines.length; at++) {
            String wrong = wrong(lines[at]);
            if (wrong != null) {
                findings.add(pointer, wrong, at + 1);
                return;
            }
        }
    }

    /** Key of what is wrong with a line; null for nothing. */
    private static String wrong(String line) {
        if (line.indexOf(UNREADABLE) >= 0) {
            return "asset.captions-letters";
        }
        if (!line.contains(ARROW)) {
            return null;
        }
        Matcher times = TIMES.matcher(line.strip());
        if (!times.matches()) {
            return "asset.captions-times";
        }
        return time(times, 1).compareTo(time(times, 5)) < 0 ? null : "asset.captions-order";
    }

    /** What a time such as {@code 00:00:01.000} says. */
    static Duration time(String text) {
        Matcher time = ONE_TIME.matcher(text);
        if (!time.matches()) {
            throw new IllegalArgumentException(text);
        }
        return time(time, 1);
    }

    /** The time whose hours are in this group. */
    private static Duration time(Matcher times, int hours) {
        return Duration.ofHours(times.group(hours) == null ? 0 : Long.parseLong(times.group(hours)))
                .plusMinutes(Long.parseLong(times.group(hours + 1)))
                .plusSeconds(Long.parseLong(times.group(hours + 2)))
                .plusMillis(Long.parseLong(times.group(hours + 3)));
    }
}
