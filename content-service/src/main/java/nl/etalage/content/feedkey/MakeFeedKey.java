package nl.etalage.content.feedkey;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import nl.etalage.audittrail.AuditTrail;
import nl.etalage.content.ContentProblem;
import nl.etalage.content.Findings;
import nl.etalage.content.access.Actor;
import nl.etalage.content.ops.Ids;

/** Makes a key to a shop's feeds, and calls it something else. */
@ApplicationScoped
class MakeFeedKey {

    /** More than one for each page of a website is a sign that the old ones are never revoked. */
    private static final int MOST_PER_SHOP = 20;

    private static final int LONGEST_NAME = 100;

    private final FeedKeys keys;
    private final ShownOnce shownOnce;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    MakeFeedKey(FeedKeys keys, ShownOnce shownOnce, AuditTrail audit, Ids ids, Clock clock) {
        this.keys = keys;
        this.shownOnce = shownOnce;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The key as made; its secret goes to the answer of this request only.
     *
     * @throws nl.etalage.problem.ProblemException 422 for a name that can't be, 409 when the shop has too many
     */
    FeedKey make(FeedKeyRequest request, Actor maker) {
        refuseUnfit(request.name());
        FeedKey key = new FeedKey(
                ids.next(),
                request.shop(),
                request.name().strip(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null,
                FeedKey.FIRST_VERSION);
        FeedSecret secret = FeedSecret.random(random);
        if (!keys.add(key, secret, maker, MOST_PER_SHOP)) {
            throw ContentProblem.TOO_MANY_FEED_KEYS.because(MOST_PER_SHOP);
        }
        shownOnce.keep(secret);
        audit.record("feed-key.made", key.shop(), "feed-key/" + key.id());
        return key;
    }

    /**
     * The key by another name; what it opens, and with which secret, stays.
     *
     * @throws nl.etalage.problem.ProblemException 422 for a name that can't be
     */
    FeedKey rename(FeedKey key, String name) {
        refuseUnfit(name);
        FeedKey renamed = key.renamed(name.strip());
        keys.rename(renamed);
        audit.record("feed-key.renamed", key.shop(), "feed-key/" + key.id());
        return renamed;
    }

    private static void refuseUnfit(String name) {
        Findings findings = new Findings();
        findings.required("/name", name, LONGEST_NAME);
        findings.refuse();
    }
}
