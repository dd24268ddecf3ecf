package nl.etalage.standin.api;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Instants as in https://docs.joinmastodon.org/api/datetime-format/ : UTC, with a fixed number of decimals. */
public final class MastodonTime {
    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
    private static final DateTimeFormatter MICROSECONDS =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

    private MastodonTime() {}

    public static String of(Instant instant) {
        return MILLISECONDS.format(instant);
    }

    static String ofMicroseconds(Instant instant) {
        return MICROSECONDS.format(instant);
    }
}
