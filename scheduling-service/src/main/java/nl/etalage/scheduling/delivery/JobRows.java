package nl.etalage.scheduling.delivery;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.etalage.scheduling.channel.SealedAccount;
import nl.etalage.scheduling.ops.Sql;
import nl.etalage.scheduling.platform.Picture;
import nl.etalage.scheduling.platform.PlatformName;
import nl.etalage.scheduling.platform.Post;
import nl.etalage.scheduling.publication.PublicationState;
import nl.etalage.scheduling.publication.SnapshotAsset;

/** Reads a claimed row into a job. */
final class JobRows {

    /** What a claim selects, of publication {@code p}, channel {@code c} and shop {@code s}. */
    static final String COLUMNS =
            """
            SELECT p.id, p.state, p.shop, p.channel, p.platform, p.text, p.assets, p.key, p.platform_id, p.at,
                   p.not_after, p.first_call_at, p.last_call_at, p.tries,
                   c.host, c.server, c.credentials, c.credentials_key_id, c.platform_account, c.minimum_gap,
                   s.locale, s.sandbox,
                  """
                    + TakenBack.P
                    + """
             AS recalled
            """;

    private static final TypeReference<List<SnapshotAsset>> ASSETS = new TypeReference<>() {};

    private JobRows() {}

    /** The job of a row, under an attempt with this id. */
    static Job job(ResultSet row, UUID attempt, Job.Kind kind, PublicationState state, boolean mayResend)
            throws SQLException {
        UUID publication = row.getObject("id", UUID.class);
        UUID channel = row.getObject("channel", UUID.class);
        String credentials = row.getString("credentials");
        return new Job(
                publication,
                attempt,
                kind,
                state,
                row.getString("shop"),
                channel,
                PlatformName.of(row.getString("platform")),
                row.getString("host"),
                credentials == null
                        ? null
                        : new SealedAccount(
                                channel,
                                row.getString("server"),
                                credentials,
                                row.getString("credentials_key_id"),
                                row.getString("platform_account")),
                post(row, publication),
                row.getString("platform_id"),
                times(row),
                row.getInt("tries"),
                mayResend);
    }

    private static Post post(ResultSet row, UUID publication) throws SQLException {
        List<SnapshotAsset> assets = Sql.json(row, "assets", ASSETS);
        String locale = row.getString("locale");
        return new Post(
                publication,
                row.getObject("key", UUID.class),
                row.getString("text"),
                locale == null ? "nl" : Locale.forLanguageTag(locale).getLanguage(),
                assets.stream()
                        .map(asset -> new Picture(asset.url(), asset.mediaType(), asset.altText()))
                        .toList());
    }

    private static Job.Times times(ResultSet row) throws SQLException {
        long gap = row.getLong("minimum_gap");
        return new Job.Times(
                Sql.instant(row, "at"),
                Sql.instant(row, "not_after"),
                Sql.instant(row, "first_call_at"),
                Sql.instant(row, "last_call_at"),
                gap == 0 ? null : Duration.ofSeconds(gap));
    }
}
