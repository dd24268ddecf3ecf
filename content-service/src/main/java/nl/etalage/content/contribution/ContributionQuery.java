package nl.etalage.content.contribution;

import jakarta.ws.rs.QueryParam;
import nl.etalage.content.Findings;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which contributions somebody looks for. */
public class ContributionQuery {

    @QueryParam("shop")
    String shop;

    @QueryParam("state")
    @Parameter(description = "offered, changes-asked, taken, declined or withdrawn")
    String stateWord;

    /** Null for every state. */
    ContributionState state() {
        if (stateWord == null) {
            return null;
        }
        return ContributionState.of(stateWord).orElseThrow(() -> {
            Findings findings = new Findings();
            findings.add("#state", "choice");
            return findings.refusal();
        });
    }

    /** Slug; null for all shops. */
    String shop() {
        return shop;
    }

    /** All of it as text, to bind page tokens to. */
    String key() {
        return "contributions|" + shop + "|" + stateWord;
    }
}
