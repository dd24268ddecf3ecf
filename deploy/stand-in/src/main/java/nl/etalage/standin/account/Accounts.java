package nl.etalage.standin.account;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import nl.etalage.standin.storage.Ledger;
import nl.etalage.standin.storage.SnowflakeIds;

/** All accounts. An account exists as soon as its token is used. */
public final class Accounts {
    public static final String KIND = "account";

    private static final String TOKEN_PREFIX = "stand-in-";
    /** What Mastodon allows in a user name, with room for a long shop slug. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9_](?:[a-z0-9_.-]{0,62}[a-z0-9_])?");
    /** Far above a real network, low enough to keep guessed tokens from filling the memory. */
    private static final int MOST = 10_000;

    private final Ledger ledger;
    private final SnowflakeIds ids;
    private final Clock clock;
    private final TreeMap<String, Account> byName = new TreeMap<>();
    private final Map<Long, Account> byId = new HashMap<>();

    public Accounts(Ledger ledger, SnowflakeIds ids, Clock clock) {
        this.ledger = ledger;
        this.ids = ids;
        this.clock = clock;
    }

    /** The account of this access token, new or known; none when it isn't a token of this platform. */
    public Optional<Account> withToken(String token) {
        if (!token.startsWith(TOKEN_PREFIX)) {
            return Optional.empty();
        }
        String name = token.substring(TOKEN_PREFIX.length());
        return NAME.matcher(name).matches() ? knownOrNew(name) : Optional.empty();
    }

    /** @param name with or without the {@code @} before it, in any case */
    public synchronized Optional<Account> named(String name) {
        String bare = name.startsWith("@") ? name.substring(1) : name;
        return Optional.ofNullable(byName.get(bare.toLowerCase(Locale.ROOT)));
    }

    public synchronized Optional<Account> withId(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** By name, those after the given one; pass an empty text for the first. */
    public synchronized List<Account> after(String name, int limit) {
        return byName.tailMap(name, false).values().stream().limit(limit).toList();
    }

    /** Knows an account again after a restart. */
    public synchronized void restore(Account account) {
        byName.put(account.name(), account);
        byId.put(account.id(), account);
        ids.after(account.id());
    }

    private synchronized Optional<Account> knownOrNew(String name) {
        Account known = byName.get(name);
        if (known != null || byName.size() >= MOST) {
            return Optional.ofNullable(known);
        }
        Account account = new Account(ids.next(), name, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        ledger.append(KIND, account);
        restore(account);
        return Optional.of(account);
    }
}
