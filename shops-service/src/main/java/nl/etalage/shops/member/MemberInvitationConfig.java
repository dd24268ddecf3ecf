package nl.etalage.shops.member;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the invitations to become a member. */
@ConfigMapping(prefix = "etalage.member-invitations")
interface MemberInvitationConfig {

    /** How long a mailed link works: longer than anybody's holiday. */
    @WithDefault("P30D")
    Duration linkLasts();
}
