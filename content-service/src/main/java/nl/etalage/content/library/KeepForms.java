package nl.etalage.content.library;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.etalage.content.library.prepared.StoredForm;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps prepared forms in the database, where every instance finds them, also after a start. */
@ApplicationScoped
class KeepForms {

    private static final String VERSIONS = "SELECT file_versions(i.assets) FROM library_item i WHERE i.story = ?";

    /** A story may have left the library meanwhile. */
    private static final String KEEP =
            """
            INSERT INTO prepared_story (story, code, filled, worded, empty, locale, revision, appeared_at, updated_at, campaigns,
                files, link, marked, made_at)
            SELECT i.story, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM library_item i WHERE i.story = ? FOR KEY SHARE
            ON CONFLICT (story, code, empty) DO UPDATE SET filled = excluded.filled, worded = excluded.worded, locale = excluded.locale,
                revision = excluded.revision, appeared_at = excluded.appeared_at, updated_at = excluded.updated_at,
                campaigns = excluded.campaigns, files = excluded.files, link = excluded.link, marked = excluded.marked,
                made_at = excluded.made_at""";

    private static final String SEPARATOR = " ";

    private final DataSource dataSource;
    private final Clock clock;
    private final String code;

    KeepForms(DataSource dataSource, @ConfigProperty(name = "etalage.public-url") URI publicUrl, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.code = LibraryTag.FORM + SEPARATOR + publicUrl;
    }

    /** What makes forms: this code, with these settings. */
    String code() {
        return code;
    }

    /** A field of a language, as forms are found by. */
    static String named(String language, String field) {
        return language + ":" + field;
    }

    /** The files of a story as they are now, to be read before what they are; null for a story that isn't there. */
    Long[] files(UUID story) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(VERSIONS)) {
            select.setObject(1, story);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? (Long[]) row.getArray(1).getArray() : null;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The files of a story can't be read", failure);
        }
    }

    /**
     * Keeps a form of a story without a version of a shop.
     *
     * @param found as it was read before anything the form was made of
     * @param files likewise
     */
    void keep(FoundStory found, Long[] files, StoredForm form) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(KEEP)) {
            insert.setString(1, code);
            insert.setArray(2, connection.createArrayOf("text", named(form, form.filled().stream())));
            insert.setArray(3, connection.createArrayOf("text", named(form, form.worded().stream())));
            insert.setArray(4, connection.createArrayOf("text", named(form, form.empty().stream())));
            insert.setString(5, form.locale());
            insert.setInt(6, found.revision());
            insert.setObject(7, moment(found.appearedAt()));
            insert.setObject(8, moment(found.updatedAt()));
            insert.setArray(
                    9, connection.createArrayOf("uuid", found.campaigns().toArray()));
            insert.setArray(10, connection.createArrayOf("bigint", files));
            insert.setString(11, form.link());
            insert.setString(12, form.marked() == null ? null : new String(form.marked(), StandardCharsets.UTF_8));
            insert.setObject(13, moment(clock.instant()));
            insert.setObject(14, found.story());
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("A prepared story can't be kept", failure);
        }
    }

    private static Object[] named(StoredForm form, Stream<String> fields) {
        return fields.map(field -> named(form.locale(), field)).toArray();
    }

    private static OffsetDateTime moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
