package nl.etalage.scheduling.channel;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import nl.etalage.audittrail.AuditTrail;
import nl.etalage.conditionalupdate.IfMatch;
import nl.etalage.problem.HttpProblem;
import nl.etalage.scheduling.access.Access;
import nl.etalage.scheduling.access.Permission;
import nl.etalage.scheduling.access.Standing;
import nl.etalage.scheduling.platform.Platform;
import nl.etalage.scheduling.platform.Platforms;
import nl.etalage.scheduling.platform.Verification;

/** Asks the platform whether a channel's account works, and what its server allows. */
@ApplicationScoped
class VerifyChannel {

    /** A slow server may hold this many of our sixteen connections and no more. */
    private static final int AT_ONCE = 4;

    private final Access access;
    private final ChannelRepository channels;
    private final Platforms platforms;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final Clock clock;
    private final Semaphore room = new Semaphore(AT_ONCE);

    VerifyChannel(
            Access access,
            ChannelRepository channels,
            Platforms platforms,
            Accounts accounts,
            AuditTrail audit,
            Clock clock) {
        this.access = access;
        this.channels = channels;
        this.platforms = platforms;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    Channel verify(UUID id, String ifMatch) {
        Standing standing = access.toWrite();
        Channel channel =
                channels.findToChange(id, standing.shops()).orElseThrow(() -> HttpProblem.NOT_FOUND.because());
        standing.at(channel.shop(), Permission.CONNECT);
        IfMatch.require(ifMatch, channel.version());
        channel.requireConnected();
        platforms.find(channel.platform()).ifPresent(platform -> ask(platform, channel));
        channels.flush();
        audit.record("channel.verified", channel.shop(), "channel/" + id);
        return channel;
    }

    private void ask(Platform platform, Channel channel) {
        if (!room.tryAcquire()) {
            throw HttpProblem.UNAVAILABLE.because().header("Retry-After", "5");
        }
        try {
            Verification verification = platform.verify(accounts.of(channel));
            if (verification instanceof Verification.Healthy healthy) {
                channel.verified(healthy, clock.instant());
            } else {
                channel.failed(((Verification.Failing) verification).why());
            }
        } finally {
            room.release();
        }
    }
}
