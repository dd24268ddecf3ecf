package nl.etalage.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The {@code Date} of answers that a service left undated, written once a second.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-6.6.1">RFC 9110, section 6.6.1</a>
 */
final class AnswerDate {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Clock clock;
    private volatile Written written = new Written(Long.MIN_VALUE, null);

    private record Written(long second, CharSequence text) {}

    AnswerDate(Clock clock) {
        this.clock = clock;
    }

    void unlessDated(MultiMap headers) {
        if (!headers.contains(HttpHeaders.DATE)) {
            headers.set(HttpHeaders.DATE, now());
        }
    }

    private CharSequence now() {
        long second = Math.floorDiv(clock.millis(), 1000);
        Written last = written;
        if (last.second() != second) {
            last = new Written(second, HttpHeaders.createOptimized(FORM.format(Instant.ofEpochSecond(second))));
            written = last;
        }
        return last.text();
    }
}
