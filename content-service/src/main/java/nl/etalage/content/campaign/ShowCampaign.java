package nl.etalage.content.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.etalage.content.access.Access;

/**
 * Shows a campaign to whoever asks. The central group sees all of its stories; a member or a webshop those that are in
 * the library of one of their shops now, for an id is already more than a shop should know of what is not for it.
 */
@ApplicationScoped
class ShowCampaign {

    private static final ZoneId DUTCH_DAYS = ZoneId.of("Europe/Amsterdam");

    private static final String KNOWN =
            """
            SELECT s.id FROM unnest(CAST(? AS uuid[])) s (id)
            WHERE EXISTS (SELECT FROM unnest(CAST(? AS text[])) mine (shop)
                CROSS JOIN LATERAL library_visible_to(mine.shop, ?) i WHERE i.story = s.id)""";

    private final DataSource dataSource;
    private final Clock clock;

    ShowCampaign(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** How these campaigns are shown; the transaction has entered the caller's shops. */
    Function<Campaign, CampaignView> to(Access access, List<Campaign> campaigns) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), DUTCH_DAYS);
        Predicate<UUID> known = access.inCentral() ? any -> true : known(access.shops(), campaigns);
        return campaign -> CampaignView.of(campaign, today, known);
    }

    /** The stories of these campaigns that are in the library of one of these shops, which the transaction has entered. */
    Predicate<UUID> known(Set<String> shops, List<Campaign> campaigns) {
        Object[] stories = campaigns.stream()
                .map(Campaign::content)
                .flatMap(content -> Stream.concat(
                        content.stories().stream(), content.tasks().stream().map(CampaignTask::story)))
                .filter(Objects::nonNull)
                .distinct()
                .toArray();
        Set<UUID> known = new HashSet<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(KNOWN)) {
            select.setArray(1, connection.createArrayOf("uuid", stories));
            select.setArray(2, connection.createArrayOf("text", shops.toArray()));
            select.setObject(3, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    known.add(row.getObject(1, UUID.class));
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The stories of a campaign can't be looked up", failure);
        }
        return known::contains;
    }
}
