package nl.etalage.scheduling.delivery;

import java.time.Duration;
import java.time.Instant;
import nl.etalage.scheduling.platform.Account;
import nl.etalage.scheduling.platform.Outcome;
import nl.etalage.scheduling.platform.Platform;
import nl.etalage.scheduling.platform.PlatformName;
import nl.etalage.scheduling.platform.Post;
import nl.etalage.scheduling.platform.Removal;
import nl.etalage.scheduling.platform.Verification;

/** A connector whose host's health is kept by the way. */
record WatchedPlatform(Platform platform, Outages outages, String host) implements Platform {

    @Override
    public PlatformName name() {
        return platform.name();
    }

    @Override
    public Verification verify(Account account) {
        return platform.verify(account);
    }

    @Override
    public Outcome publish(Account account, Post post) {
        return watched(platform.publish(account, post));
    }

    @Override
    public Outcome find(Account account, Post post, Instant since) {
        return watched(platform.find(account, post, since));
    }

    @Override
    public Removal remove(Account account, String postId) {
        return platform.remove(account, postId);
    }

    @Override
    public Duration keyWindow() {
        return platform.keyWindow();
    }

    private Outcome watched(Outcome outcome) {
        if (outcome instanceof Outcome.NotSent || outcome instanceof Outcome.Uncertain) {
            outages.failed(host);
        } else {
            outages.works(host);
        }
        return outcome;
    }
}
