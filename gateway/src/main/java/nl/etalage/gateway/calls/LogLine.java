package nl.etalage.gateway.calls;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.Map;

/**
 * A JSON object of the access log, written field by field at the end of what is to be logged. A line is written for
 * every call: a generator of its own for each would cost as much as the routing.
 */
final class LogLine {

    private static final JsonStringEncoder QUOTES = JsonStringEncoder.getInstance();
    private static final int MICROS_DIGITS = 6;

    private static volatile Second last = new Second(Long.MIN_VALUE, "");

    private final StringBuilder text;

    /** The beginning of an instant up to its fraction, which a thousand lines share. */
    private record Second(long epochSecond, String written) {

        static Second of(long epochSecond) {
            Second known = last;
            if (known.epochSecond() != epochSecond) {
                String instant = Instant.ofEpochSecond(epochSecond).toString();
                known = new Second(epochSecond, instant.substring(0, instant.length() - 1));
                last = known;
            }
            return known;
        }
    }

    LogLine(StringBuilder text) {
        this.text = text.append('{');
    }

    /** When, to the microsecond, RFC 3339. */
    LogLine time(Instant at) {
        name("time")
                .append('"')
                .append(Second.of(at.getEpochSecond()).written())
                .append('.');
        String micros = Long.toString(at.getLong(ChronoField.MICRO_OF_SECOND));
        text.append("0".repeat(MICROS_DIGITS - micros.length())).append(micros).append("Z\"");
        return this;
    }

    LogLine field(String name, String value) {
        name(name);
        if (value == null) {
            text.append("null");
        } else {
            text.append('"');
            QUOTES.quoteAsString(value, text);
            text.append('"');
        }
        return this;
    }

    LogLine field(String name, long value) {
        name(name).append(value);
        return this;
    }

    LogLine field(String name, boolean value) {
        name(name).append(value);
        return this;
    }

    LogLine counts(String name, Map<String, Long> counts) {
        name(name);
        LogLine inner = new LogLine(text);
        counts.forEach(inner::field);
        text.append('}');
        return this;
    }

    private StringBuilder name(String name) {
        if (text.charAt(text.length() - 1) != '{') {
            text.append(',');
        }
        return text.append('"').append(name).append("\":");
    }
}
