package nl.etalage.content.adaptation;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An adaptation as the API shows it.
 *
 * @param shop slug
 * @param story id
 * @param revision up to which the shop has taken or left the changes of the story
 * @param sourceUpdate whether the story changed since, in something that can be taken or kept
 */
@Schema(name = "Adaptation")
public record AdaptationView(
        UUID id,
        String shop,
        UUID story,
        int revision,
        Overrides overrides,
        AdaptationState state,
        boolean sourceUpdate,
        long version) {

    static AdaptationView of(Adaptation adaptation, boolean sourceUpdate) {
        return new AdaptationView(
                adaptation.id(),
                adaptation.shop(),
                adaptation.story().id(),
                adaptation.revision(),
                adaptation.overrides(),
                adaptation.state(),
                sourceUpdate,
                adaptation.version());
    }
}
