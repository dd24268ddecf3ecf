package nl.etalage.scheduling.channel;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import nl.etalage.scheduling.Remark;
import nl.etalage.scheduling.SchedulingProblem;
import nl.etalage.scheduling.platform.PlatformName;
import nl.etalage.scheduling.platform.Verification;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A connection from a shop to one account on one platform. */
@Entity
public class Channel {

    @Id
    private UUID id;

    private String shop;
    private PlatformName platform;

    @Embedded
    private ChannelProfile profile;

    private ChannelState state;

    @JdbcTypeCode(SqlTypes.JSON)
    private Remark reason;

    private String server;

    /** Read by workers. */
    @SuppressWarnings("UnusedVariable")
    private String host;

    @Embedded
    private Sealed sealed;

    @Column(name = "platform_account")
    private String platformAccount;

    @Column(name = "character_limit")
    private Integer characterLimit;

    @Column(name = "url_length")
    private Integer urlLength;

    @Column(name = "verified_at")
    private Instant verifiedAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private long version;

    /** For Hibernate. */
    protected Channel() {}

    Channel(UUID id, String shop, PlatformName platform, ChannelProfile profile, Instant now) {
        this.id = id;
        this.shop = shop;
        this.platform = platform;
        this.profile = profile;
        this.createdAt = now;
        this.state = platform == PlatformName.ASSISTED ? ChannelState.HEALTHY : ChannelState.NEW;
    }

    void describe(ChannelProfile changed) {
        requireConnected();
        profile = changed;
    }

    /** Uses another account, or the same with new credentials; what was known of the old one is forgotten. */
    void connect(URI where, Sealed credentials) {
        server = where.toString();
        host = where.getAuthority();
        sealed = credentials;
        state = ChannelState.NEW;
        reason = null;
        platformAccount = null;
        verifiedAt = null;
    }

    /** The platform knows the account. */
    void verified(Verification.Healthy found, Instant now) {
        state = ChannelState.HEALTHY;
        reason = null;
        platformAccount = found.accountId();
        characterLimit = found.characterLimit();
        urlLength = found.urlLength();
        verifiedAt = now;
        if (profile.account() == null || profile.account().isBlank()) {
            profile = profile.named(found.handle());
        }
    }

    void failed(Remark why) {
        state = ChannelState.FAILING;
        reason = why;
    }

    /** Forgets the credentials. Publications keep pointing here, so the channel itself stays. */
    void disconnect() {
        requireConnected();
        state = ChannelState.DISCONNECTED;
        reason = null;
        sealed = null;
    }

    /** @throws nl.etalage.problem.ProblemException 409 when it is disconnected */
    public void requireConnected() {
        if (state == ChannelState.DISCONNECTED) {
            throw SchedulingProblem.CHANNEL_DISCONNECTED.because();
        }
    }

    public UUID id() {
        return id;
    }

    public String shop() {
        return shop;
    }

    public PlatformName platform() {
        return platform;
    }

    /** Longest text the account's server takes; null when it never said. */
    public Integer characterLimit() {
        return characterLimit;
    }

    ChannelProfile profile() {
        return profile;
    }

    ChannelState state() {
        return state;
    }

    Remark reason() {
        return reason;
    }

    String server() {
        return server;
    }

    String platformAccount() {
        return platformAccount;
    }

    Sealed sealed() {
        return sealed;
    }

    Instant verifiedAt() {
        return verifiedAt;
    }

    long version() {
        return version;
    }
}
