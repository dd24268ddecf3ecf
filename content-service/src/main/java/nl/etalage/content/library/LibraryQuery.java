package nl.etalage.content.library;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.UUID;
import nl.etalage.content.Findings;
import nl.etalage.content.story.StoryType;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What is asked of a shop's library. */
public class LibraryQuery {

    private static final String SOURCE = "source";

    @QueryParam("shop")
    @Parameter(required = true, description = "Slug of the shop", example = "zeist")
    String shop;

    @QueryParam("q")
    @Parameter(description = "Words to find, in Dutch or English")
    @Size(max = 200)
    String words;

    @QueryParam("type")
    @Parameter(description = "A type of story, such as maker")
    String type;

    @QueryParam("campaign")
    @Parameter(description = "Id of a campaign")
    UUID campaign;

    @QueryParam("view")
    @Parameter(description = "source gives the texts with their merge fields, to those who edit")
    String view;

    /** Answers 422 to what can't be asked. */
    void refuseUnfit() {
        Findings findings = new Findings();
        if (type != null
                && Arrays.stream(StoryType.values())
                        .noneMatch(known -> known.word().equals(type))) {
            findings.add("#type", "choice");
        }
        if (view != null && !SOURCE.equals(view)) {
            findings.add("#view", "choice");
        }
        findings.refuse();
    }

    boolean source() {
        return SOURCE.equals(view);
    }

    /** The words; null when none are asked. */
    String search() {
        return words == null || words.isBlank() ? null : words.strip();
    }

    /** All of it as text, to bind page tokens and tags to. */
    String key() {
        return String.join("|", "library", shop, search(), type, String.valueOf(campaign), view);
    }
}
