package nl.etalage.content.story;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import nl.etalage.content.Findings;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What an editor looks for. */
public class StoryQuery {

    @QueryParam("state")
    @Parameter(description = "draft, in-review, released, withdrawn or expired")
    String stateWord;

    @QueryParam("type")
    @Parameter(description = "A type of story")
    String typeWord;

    @QueryParam("q")
    @Parameter(description = "A part of the title")
    @Size(max = 200)
    String part;

    @QueryParam("translationOf")
    @Parameter(description = "Id of a story: its translations")
    UUID translationOf;

    StoryState state() {
        return stateWord == null
                ? null
                : choice(
                        "#state",
                        Arrays.stream(StoryState.values())
                                .filter(state -> state.word().equals(stateWord))
                                .findFirst());
    }

    StoryType type() {
        return typeWord == null
                ? null
                : choice(
                        "#type",
                        Arrays.stream(StoryType.values())
                                .filter(type -> type.word().equals(typeWord))
                                .findFirst());
    }

    /** The part as a pattern, its own wildcards disarmed; null when nothing is asked. */
    String pattern() {
        return part == null || part.isBlank()
                ? null
                : "%" + part.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** All of it as text, to bind page tokens to. */
    String key() {
        return "stories|" + stateWord + "|" + typeWord + "|" + part + "|" + translationOf;
    }

    private static <T> T choice(String pointer, Optional<T> found) {
        if (found.isEmpty()) {
            Findings findings = new Findings();
            findings.add(pointer, "choice");
            findings.refuse();
        }
        return found.get();
    }
}
