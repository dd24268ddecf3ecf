package nl.etalage.content.text;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import nl.etalage.content.ContentProblem;
import nl.etalage.content.access.CurrentStand;
import nl.etalage.problem.Violation;

/** The merge fields that may be used: those of shops-service, and those of the campaign a story belongs to. */
@ApplicationScoped
public class KnownMergeFields {

    /** Fields of a campaign; their values come from the campaign itself. */
    public static final Set<String> OF_CAMPAIGN = Set.of("campaign.name", "campaign.startsOn", "campaign.endsOn");

    private final DataSource dataSource;
    private final CurrentStand stand;
    private final AtomicReference<Kept> kept = new AtomicReference<>(new Kept(-1, Set.of()));

    KnownMergeFields(DataSource dataSource, CurrentStand stand) {
        this.dataSource = dataSource;
        this.stand = stand;
    }

    /** The names, and how often the replica had changed before they were read. */
    private record Kept(long version, Set<String> names) {}

    /**
     * What is wrong with the merge fields in some texts.
     *
     * @param texts by JSON pointer; null values are skipped
     */
    public List<Violation> check(Map<String, String> texts) {
        List<Violation> violations = new ArrayList<>();
        Set<String> known = null;
        for (Map.Entry<String, String> text : texts.entrySet()) {
            if (text.getValue() == null || !text.getValue().contains("{{")) {
                continue;
            }
            if (MergeField.malformedIn(text.getValue())) {
                violations.add(violation(text.getKey(), "merge-field.malformed"));
            }
            known = known == null ? names() : known;
            for (MergeField field : MergeField.in(text.getValue())) {
                if (!known.contains(field.name())) {
                    violations.add(violation(text.getKey(), "merge-field.unknown", field.name()));
                }
            }
        }
        return violations;
    }

    /** Whether shops-service has told which fields there are. */
    public boolean known() {
        return !stored().isEmpty();
    }

    private Set<String> names() {
        long version = stand.replica().version();
        Kept known = kept.get();
        if (known.version() == version) {
            return known.names();
        }
        Set<String> names = stored();
        if (names.isEmpty()) {
            throw ContentProblem.MERGE_FIELDS_UNKNOWN.because();
        }
        names.addAll(OF_CAMPAIGN);
        kept.set(new Kept(version, Set.copyOf(names)));
        return names;
    }

    private Set<String> stored() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT name FROM merge_field");
                ResultSet row = select.executeQuery()) {
            Set<String> names = new HashSet<>();
            while (row.next()) {
                names.add(row.getString(1));
            }
            return names;
        } catch (SQLException failure) {
            throw new IllegalStateException("The merge fields can't be read", failure);
        }
    }

    private static Violation violation(String pointer, String key, Object... arguments) {
        return Violation.keyed(pointer, ContentProblem.BUNDLE, key, arguments);
    }
}
