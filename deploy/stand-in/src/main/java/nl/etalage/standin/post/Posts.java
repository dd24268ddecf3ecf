package nl.etalage.standin.post;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import nl.etalage.standin.account.Account;
import nl.etalage.standin.api.Refusal;
import nl.etalage.standin.media.Media;
import nl.etalage.standin.media.MediaLibrary;
import nl.etalage.standin.storage.Ledger;
import nl.etalage.standin.storage.SnowflakeIds;

/** All posts. One at a time is accepted, so that the same key twice at once gives one post. */
public final class Posts {
    public static final String KIND = "post";
    public static final String REMOVED = "post-removed";

    /** Older posts make room, to bound the memory. */
    private static final int MOST = 50_000;

    private final Ledger ledger;
    private final SnowflakeIds ids;
    private final Clock clock;
    private final MediaLibrary library;
    private final TreeMap<Long, Post> all = new TreeMap<>();
    private final Map<String, TreeMap<Long, Post>> byAccount = new HashMap<>();
    private final Map<Long, Integer> requests = new HashMap<>();
    private final Idempotency idempotency = new Idempotency();

    public Posts(Ledger ledger, SnowflakeIds ids, Clock clock, MediaLibrary library) {
        this.ledger = ledger;
        this.ids = ids;
        this.clock = clock;
        this.library = library;
    }

    /**
     * Accepts a post, or gives the one this key gave within the last hour, whatever the draft says. When it returns,
     * the post is on disk.
     *
     * @param key null for none
     * @throws Refusal 422 when the draft isn't acceptable; 404 when the key's post was removed, or the one replied to
     *     isn't there
     */
    synchronized Post publish(Account author, Draft draft, String key) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<Long> earlier = key == null ? Optional.empty() : idempotency.find(author.name(), key, now);
        if (earlier.isPresent()) {
            Post post = find(earlier.get()).orElseThrow(Refusal::notFound);
            requests.merge(post.id(), 1, Integer::sum);
            return post;
        }
        List<Media> media = library.forPost(author, draft.media());
        draft.requireAcceptableText();
        if (draft.inReplyTo() != null && find(draft.inReplyTo()).isEmpty()) {
            throw new Refusal(404, "The post you are trying to reply to does not appear to exist.");
        }
        Post post = post(author, draft, media, now, key);
        ledger.append(KIND, post);
        restore(post);
        return post;
    }

    /**
     * @param withMedia false leaves its pictures for another post
     * @throws Refusal 404 when it isn't there or is someone else's
     */
    synchronized Post remove(Account author, long id, boolean withMedia) {
        Post post =
                find(id).filter(found -> found.account().equals(author.name())).orElseThrow(Refusal::notFound);
        ledger.append(REMOVED, id);
        forget(id);
        if (withMedia) {
            library.remove(post.media());
        }
        return post;
    }

    public synchronized Optional<Post> find(long id) {
        return Optional.ofNullable(all.get(id));
    }

    /** Those of one account that fit, newest first. */
    public synchronized List<Post> of(String account, Range range, Predicate<Post> fits) {
        return select(byAccount.getOrDefault(account, new TreeMap<>()), range, fits);
    }

    /** Those of all accounts that fit, newest first. */
    public synchronized List<Post> ofAll(Range range, Predicate<Post> fits) {
        return select(all, range, fits);
    }

    public synchronized int count(String account) {
        return byAccount.getOrDefault(account, new TreeMap<>()).size();
    }

    /** How many calls gave this post since the start: the one that made it, and repeats with its key. */
    public synchronized int requests(Post post) {
        return requests.getOrDefault(post.id(), 0);
    }

    /** Knows a post again after a restart. */
    public synchronized void restore(Post post) {
        ids.after(post.id());
        all.put(post.id(), post);
        byAccount.computeIfAbsent(post.account(), name -> new TreeMap<>()).put(post.id(), post);
        requests.put(post.id(), 1);
        library.attach(post.media(), post.id());
        idempotency.remember(post);
        if (all.size() > MOST) {
            forget(all.firstKey());
        }
    }

    /** Knows a removal again after a restart. */
    public synchronized void forget(long id) {
        Post post = all.remove(id);
        requests.remove(id);
        if (post != null) {
            byAccount.get(post.account()).remove(id);
            library.detach(post.media());
        }
    }

    private Post post(Account author, Draft draft, List<Media> media, Instant now, String key) {
        return new Post(
                ids.next(),
                author.name(),
                draft.text(),
                draft.spoilerText(),
                draft.sensitive(),
                draft.language(),
                draft.visibility(),
                draft.inReplyTo(),
                media.stream().map(Media::id).toList(),
                now,
                key);
    }

    private static List<Post> select(NavigableMap<Long, Post> posts, Range range, Predicate<Post> fits) {
        if (range.isEmpty()) {
            return List.of();
        }
        NavigableMap<Long, Post> part = posts;
        if (range.before() != null) {
            part = part.headMap(range.before(), false);
        }
        if (range.after() != null) {
            part = part.tailMap(range.after(), false);
        }
        if (!range.nearest()) {
            part = part.descendingMap();
        }
        return part.values().stream()
                .filter(fits)
                .limit(range.limit())
                .sorted((one, other) -> Long.compare(other.id(), one.id()))
                .toList();
    }
}
