package nl.etalage.content.story;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Says what differs between two revisions of a story. */
@ApplicationScoped
public class CompareRevisions {

    private final RevisionRepository revisions;
    private final ObjectMapper json;

    CompareRevisions(RevisionRepository revisions, ObjectMapper json) {
        this.revisions = revisions;
        this.json = json;
    }

    /**
     * Two revisions side by side.
     *
     * @param story id of the story
     * @param from number of the one before
     * @param to number of the one after; may be lower than {@code from}
     * @param fields only those that differ
     */
    @Schema(name = "RevisionComparison")
    public record Comparison(UUID story, int from, int to, List<FieldDifference> fields) {}

    /** The comparison, or 404 when the story has no such revision. */
    Comparison compare(UUID story, int from, int to) {
        return new Comparison(
                story,
                from,
                to,
                between(
                        revisions.require(story, from).content(),
                        revisions.require(story, to).content()));
    }

    List<FieldDifference> between(StoryContent before, StoryContent after) {
        return FieldDifference.between(json.valueToTree(before), json.valueToTree(after));
    }
}
