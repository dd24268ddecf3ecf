package nl.etalage.scheduling.ending;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.etalage.scheduling.Opening;
import nl.etalage.scheduling.Remark;
import nl.etalage.scheduling.notice.Notices;

/** Tells one shop that what it uses will end, by notice and, the first time, by mail. */
@ApplicationScoped
public class TellShop {

    /** Named one by one; what comes after is a number. */
    private static final int MOST_NAMED = 3;

    private static final ZoneId DUTCH_DAYS = ZoneId.of("Europe/Amsterdam");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d-M-yyyy");

    private final Notices notices;
    private final Clock clock;

    /** Also for tests. */
    public TellShop(Notices notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    /** The last warning that stands, if any, where the shop uses it. */
    void tell(Connection connection, EndingKind kind, UUID subject, String shop) throws SQLException {
        Optional<Ending> standing = Ending.standing(connection, kind, subject, clock.instant());
        if (standing.isPresent()) {
            for (UsingShop using : UsingShop.one(connection, standing.get(), shop)) {
                tell(connection, standing.get(), using);
            }
        }
    }

    /** This warning, which takes the place of earlier ones. */
    void tell(Connection connection, Ending ending, UsingShop shop) throws SQLException {
        Instant now = clock.instant();
        Notices.Told told = Notices.Told.ending(shop.slug(), shop.publication(), ending.cause(), words(ending, shop))
                .until(ending.endsAt());
        notices.over(connection, told, ending.causes(), now);
        notices.renew(connection, told, now);
    }

    private static Remark words(Ending ending, UsingShop shop) {
        String what = ending.kind() == EndingKind.STORY ? "" : shop.publication() == null ? "own." : "picture.";
        String key = "ending." + what + ("licence-ends".equals(ending.reason()) ? "licence-ends" : "consent-ends");
        List<Object> arguments = new ArrayList<>();
        arguments.add(Opening.of(shop.text()));
        arguments.add(
                LocalDate.ofInstant(ending.endsAt().minusNanos(1), DUTCH_DAYS).format(DAY));
        int late = shop.late().size();
        if (late == 0) {
            return Remark.of(key, arguments.toArray());
        }
        arguments.add(String.join(", ", shop.late().subList(0, Math.min(late, MOST_NAMED))));
        if (late <= MOST_NAMED) {
            return Remark.of(key + ".planned", arguments.toArray());
        }
        arguments.add(late - MOST_NAMED);
        return Remark.of(key + ".planned-more", arguments.toArray());
    }
}
