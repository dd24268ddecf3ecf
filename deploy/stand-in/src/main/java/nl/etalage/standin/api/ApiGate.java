package nl.etalage.standin.api;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import nl.etalage.standin.account.Account;
import nl.etalage.standin.account.Accounts;
import nl.etalage.standin.fault.Fault;
import nl.etalage.standin.fault.Faults;
import nl.etalage.standin.journal.Journal;
import nl.etalage.standin.journal.SeenRequest;

/** Every call to the Mastodon API passes here: who calls, which fault was asked for, how many calls are left. */
public final class ApiGate {
    private static final Logger LOG = Logger.getLogger(ApiGate.class.getName());
    private static final String BEARER = "bearer ";

    private final Accounts accounts;
    private final Faults faults;
    private final Journal journal;
    private final RateLimit rateLimit;
    private final Clock clock;

    /** @param callsPerFiveMinutes for each account, and for each address without a token */
    public ApiGate(Accounts accounts, Faults faults, Journal journal, int callsPerFiveMinutes, Clock clock) {
        this.accounts = accounts;
        this.faults = faults;
        this.journal = journal;
        this.rateLimit = new RateLimit(callsPerFiveMinutes, clock);
        this.clock = clock;
    }

    Passage pass(RoutingContext context, Endpoint endpoint) {
        HttpServerRequest request = context.request();
        Instant arrived = clock.instant();
        Optional<String> token = token(request);
        Optional<Account> asker = token.flatMap(accounts::withToken);
        boolean unknownToken = token.isPresent() && asker.isEmpty();

        Optional<String> name = asker.map(Account::name);
        Optional<Fault> fault = faults.hit(name, request.method().name(), request.path());
        RateLimit.Standing standing = rateLimit.count(name.map(account -> "@" + account)
                .orElse(request.remoteAddress().hostAddress()));

        Answer answer = refusalBy(fault)
                .or(() -> unknownToken ? Optional.of(answerTo(Refusal.unauthorized())) : Optional.empty())
                .or(() -> standing.exceeded() ? Optional.of(Answer.error(429, "Too many requests")) : Optional.empty())
                .orElseGet(() -> answer(endpoint, new ApiCall(context, asker)));
        RateLimit.Standing shown = answer.status() == 429 ? standing.usedUp() : standing;
        Passage passage = new Passage(shown.on(answer), fault);
        journal.add(new SeenRequest(
                name.orElse(null),
                request.method().name(),
                request.path(),
                request.getHeader("Idempotency-Key"),
                arrived,
                passage.visibleStatus(),
                fault.map(Fault::fault).orElse(null)));
        return passage;
    }

    private static Optional<String> token(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .map(header -> header.toLowerCase(Locale.ROOT).startsWith(BEARER)
                        ? header.substring(BEARER.length()).trim()
                        : "");
    }

    private static Optional<Answer> refusalBy(Optional<Fault> fault) {
        if (fault.isEmpty() || fault.get().fault().accepting()) {
            return Optional.empty();
        }
        Answer refusal =
                switch (fault.get().fault()) {
                    case TOO_MANY_REQUESTS -> Answer.error(429, "Too many requests");
                    case TOKEN_REVOKED -> Answer.error(401, "The access token was revoked");
                    default ->
                        Answer.error(503, "There was a temporary problem serving your request, please try again");
                };
        String retryAfter = fault.get().retryAfter();
        return Optional.of(retryAfter == null ? refusal : refusal.with("Retry-After", retryAfter));
    }

    private static Answer answer(Endpoint endpoint, ApiCall call) {
        try {
            return endpoint.answer(call);
        } catch (Refusal refusal) {
            return answerTo(refusal);
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.SEVERE, "The disk failed", e);
            return Answer.error(500, "The stand-in could not write to its disk");
        }
    }

    private static Answer answerTo(Refusal refusal) {
        return Answer.error(refusal.status(), refusal.getMessage());
    }
}
