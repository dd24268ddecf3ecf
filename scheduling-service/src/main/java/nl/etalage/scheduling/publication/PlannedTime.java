package nl.etalage.scheduling.publication;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import nl.etalage.scheduling.platform.PlatformName;

/**
 * When a publication goes out: the shop's wall clock, what that means as an instant, and until when it may be late.
 *
 * @param timeZone IANA zone of the shop
 */
@Embeddable
record PlannedTime(
        @Column(name = "local_time") LocalDateTime localTime,
        @Column(name = "time_zone") String timeZone,
        Instant at,
        @Column(name = "not_after") Instant notAfter) {

    static PlannedTime of(LocalMoment moment, PlatformName platform) {
        return new PlannedTime(moment.local(), moment.zone().getId(), moment.at(), Deadline.of(moment, platform));
    }

    ZoneId zone() {
        return ZoneId.of(timeZone);
    }
}
