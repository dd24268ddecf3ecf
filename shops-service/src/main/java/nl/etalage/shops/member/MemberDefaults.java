package nl.etalage.shops.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What is usual when a new member's description leaves it open. */
@ApplicationScoped
class MemberDefaults {

    private final Clock clock;
    private final String issuer;

    MemberDefaults(Clock clock, @ConfigProperty(name = "etalage.issuer") String issuer) {
        this.clock = clock;
        this.issuer = issuer;
    }

    /** The same description with the team's shop, the network's issuer and today as first day where they miss. */
    MemberDocument complete(Team team, MemberDocument given) {
        return new MemberDocument(
                null,
                team.shop(),
                given.subject(),
                given.issuer() == null ? issuer : given.issuer(),
                given.name(),
                given.email(),
                given.role(),
                given.from() == null ? LocalDate.ofInstant(clock.instant(), team.zone()) : given.from(),
                given.until(),
                given.trusted(),
                null);
    }
}
