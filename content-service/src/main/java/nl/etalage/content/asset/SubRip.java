package nl.etalage.content.asset;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.etalage.content.Findings;

/**
 * Makes WebVTT of captions as most programs write them, SRT: a number, the times with a comma, the words, an empty line.
 * There is no standard of it; this reads what its maker's program and its followers write.
 *
 * @see <a href="https://www.matroska.org/technical/subtitles.html#srt-subtitles">SRT, as Matroska describes it</a>
 * @see <a href="https://www.w3.org/TR/webvtt1/#file-structure">WebVTT, file structure</a>
 */
final class SubRip {

    private static final String BOM = "\uFEFF";
    private static final char UNREADABLE = '\uFFFD';
    private static final Pattern LINES = Pattern.compile("\\r\\n|\\r|\\n");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final String ARROW = "-->";
    private static final String TIME = "(\\d{1,6}):([0-5]?\\d):([0-5]?\\d)[,.](\\d{3})";

    /** Some write behind the times where on the screen the words stand, in points that WebVTT doesn't know. */
    private static final Pattern TIMES =
            Pattern.compile(TIME + "\\s*" + ARROW + "\\s*" + TIME + "(?:\\s+[XY][12]:.*)?");

    /** Begins as SRT does: with a number above the times, or with the times. */
    private static final Pattern BEGIN = Pattern.compile("\\s*+(?:\\d{1,9}\\s++)?\\d{1,6}:\\d.*");

    private static final Pattern FONT = Pattern.compile("</?font\\b[^>]*+>", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLACE = Pattern.compile("\\{\\\\[^}]*+}");
    private static final Pattern LOOSE_AND = Pattern.compile("&(?!(?:amp|lt|gt|nbsp|lrm|rlm|#\\d{1,7});)");
    private static final Pattern LOOSE_LESS = Pattern.compile("<(?!/?[biu]>)", Pattern.CASE_INSENSITIVE);

    private final String pointer;
    private final Findings findings;
    private final StringBuilder webVtt = new StringBuilder("WEBVTT\n");
    private boolean within;
    private boolean wrong;

    private SubRip(String pointer, Findings findings) {
        this.pointer = pointer;
        this.findings = findings;
    }

    /** Whether a text is meant as SRT; what is wrong in it may well be the times. */
    static boolean is(String text) {
        String start = bare(text).stripLeading();
        String[] lines = LINES.split(start.substring(0, Math.min(start.length(), 200)), 3);
        String times = NUMBER.matcher(lines[0].strip()).matches() && lines.length > 1 ? lines[1] : lines[0];
        return times.contains(ARROW) && BEGIN.matcher(times).matches();
    }

    /** The same as WebVTT; notes the first line that can't be read, by its number in what came. */
    static String toWebVtt(String pointer, String text, Findings findings) {
        SubRip reading = new SubRip(pointer, findings);
        String[] lines = LINES.split(bare(text), -1);
        for (int at = 0; at < lines.length && !reading.wrong; at++) {
            reading.read(at + 1, lines[at].strip(), at + 1 < lines.length ? lines[at + 1] : "");
        }
        return reading.webVtt.toString();
    }

    private static String bare(String text) {
        return text.startsWith(BOM) ? text.substring(1) : text;
    }

    private void read(int number, String line, String next) {
        if (line.indexOf(UNREADABLE) >= 0) {
            refuse("asset.captions-letters", number);
        } else if (line.contains(ARROW)) {
            times(number, line);
        } else if (line.isEmpty()) {
            within = false;
        } else if (NUMBER.matcher(line).matches() && next.contains(ARROW)) {
            within = false;
        } else if (within) {
            webVtt.append(words(line)).append('\n');
        } else {
            refuse("asset.captions-loose", number);
        }
    }

    private void times(int number, String line) {
        Matcher times = TIMES.matcher(line);
        if (!times.matches()) {
            refuse("asset.captions-times", number);
            return;
        }
        String from = time(times, 1);
        String until = time(times, 5);
        if (WebVtt.time(from).compareTo(WebVtt.time(until)) >= 0) {
            refuse("asset.captions-order", number);
            return;
        }
        webVtt.append('\n').append(from).append(" --> ").append(until).append('\n');
        within = true;
    }

    private void refuse(String key, int number) {
        findings.add(pointer, key, number);
        wrong = true;
    }

    private static String time(Matcher times, int hours) {
        return "%2s:%2s:%2s.%s"
                .formatted(times.group(hours), times.group(hours + 1), times.group(hours + 2), times.group(hours + 3))
                .replace(' ', '0');
    }

    /** WebVTT takes more for a tag than SRT does, and an ampersand for the begin of a letter's name. */
    private static String words(String line) {
        String bare = PLACE.matcher(FONT.matcher(line).replaceAll("")).replaceAll("");
        return LOOSE_LESS.matcher(LOOSE_AND.matcher(bare).replaceAll("&amp;")).replaceAll("&lt;");
    }
}
