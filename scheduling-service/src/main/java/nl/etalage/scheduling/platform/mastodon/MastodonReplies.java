package nl.etalage.scheduling.platform.mastodon;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import nl.etalage.scheduling.Remark;
import nl.etalage.scheduling.platform.Outcome;
import nl.etalage.scheduling.platform.Reply;

/**
 * What Mastodon's answers mean.
 *
 * @see <a href="https://docs.joinmastodon.org/api/rate-limits/">Rate limits</a>
 */
final class MastodonReplies {

    private static final Duration USUAL_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int LONGEST_QUOTE = 200;

    private final Clock clock;

    MastodonReplies(Clock clock) {
        this.clock = clock;
    }

    /**
     * The outcome of a call that failed.
     *
     * @param posting whether this call itself puts the post there; before it, nothing can have been posted
     */
    Outcome.Failure failure(Reply reply, boolean posting) {
        if (reply instanceof Reply.Unsent) {
            return new Outcome.NotSent(Remark.of("platform.unreachable"));
        }
        if (reply instanceof Reply.Forbidden) {
            return new Outcome.Refused(Remark.of("platform.server-refused"));
        }
        if (reply instanceof Reply.Answer answer) {
            return failure(answer, posting);
        }
        Remark lost = Remark.of("platform.no-answer");
        return posting ? new Outcome.Uncertain(lost) : new Outcome.NotSent(lost);
    }

    private Outcome.Failure failure(Reply.Answer answer, boolean posting) {
        int status = answer.status();
        if (status == 401 || status == 403) {
            return new Outcome.Unauthorised(Remark.of("platform.unauthorised", said(answer)));
        }
        if (status == TOO_MANY_REQUESTS || status == 503) {
            return new Outcome.Throttled(wait(answer), Remark.of("platform.busy"));
        }
        if (status >= 300 && status < 500 && status != 408) {
            return new Outcome.Refused(Remark.of("platform.refused", said(answer)));
        }
        Remark unclear = Remark.of("platform.unclear-answer", status);
        return posting ? new Outcome.Uncertain(unclear) : new Outcome.NotSent(unclear);
    }

    /** What the platform says is wrong, shortened: it is a stranger's text. */
    String said(Reply.Answer answer) {
        String words =
                answer.body().path("error").asText("").replaceAll("\\s+", " ").strip();
        if (words.isEmpty()) {
            return String.valueOf(answer.status());
        }
        return words.length() <= LONGEST_QUOTE ? words : words.substring(0, LONGEST_QUOTE) + "…";
    }

    /** How long to leave the server alone, from {@code Retry-After} or the rate limit's reset. */
    Duration wait(Reply.Answer answer) {
        Duration asked =
                answer.headers().firstValue("Retry-After").map(this::retryAfter).orElseGet(() -> untilReset(answer));
        if (asked.compareTo(Duration.ofSeconds(1)) < 0) {
            return Duration.ofSeconds(1);
        }
        return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
    }

    /** When the account's allowance is used up until a moment: that moment; else null. */
    Instant exhaustedUntil(Reply.Answer answer) {
        boolean left = answer.headers()
                .firstValue("X-RateLimit-Remaining")
                .map(remaining -> !remaining.strip().equals("0"))
                .orElse(true);
        return left ? null : reset(answer);
    }

    /** The allowance says something about a 429 only: a server in trouble comes back sooner or later than that. */
    private Duration untilReset(Reply.Answer answer) {
        Instant reset = answer.status() == TOO_MANY_REQUESTS ? reset(answer) : null;
        return reset == null ? USUAL_WAIT : Duration.between(clock.instant(), reset);
    }

    private Duration retryAfter(String value) {
        String text = value.strip();
        if (text.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Duration.between(clock.instant(), until);
        } catch (DateTimeException unreadable) {
            return USUAL_WAIT;
        }
    }

    private static Instant reset(Reply.Answer answer) {
        String value = answer.headers().firstValue("X-RateLimit-Reset").orElse("");
        try {
            return Instant.parse(value.strip());
        } catch (DateTimeException absentOrUnreadable) {
            return null;
        }
    }
}
