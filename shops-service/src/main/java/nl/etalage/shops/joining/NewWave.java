package nl.etalage.shops.joining;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.etalage.shops.validation.Findings;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Shops to invite together: those named, else the next that were not asked yet.
 *
 * @param wave name to find them by afterwards
 * @param shops slugs; absent to take the next
 * @param group only shops of this group, when none are named
 * @param limit how many to take when none are named, 1 to 100; 25 when left out
 */
@Schema(
        name = "InvitationWave",
        requiredProperties = {"wave"})
public record NewWave(
        @Schema(maxLength = NewWave.LONGEST_NAME, examples = "voorjaar") String wave,
        @Schema(nullable = true, maxItems = NewWave.MOST) List<String> shops,
        @Schema(nullable = true) String group,
        @Schema(nullable = true, minimum = "1", maximum = "100", defaultValue = "25") Integer limit) {

    static final int LONGEST_NAME = 60;
    static final int MOST = 100;
    private static final int USUAL = 25;

    int most() {
        return limit == null ? USUAL : limit;
    }

    void check(Findings findings) {
        findings.requiredLine("/wave", wave, LONGEST_NAME);
        if (limit != null && (limit < 1 || limit > MOST)) {
            findings.add("/limit", "out-of-range", 1, MOST);
        }
        if (shops != null) {
            checkShops(findings);
        }
    }

    private void checkShops(Findings findings) {
        if (shops.size() > MOST) {
            findings.add("/shops", "too-many", MOST);
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < shops.size(); index++) {
            findings.required("/shops/" + index, shops.get(index));
            if (!seen.add(shops.get(index))) {
                findings.add("/shops/" + index, "twice");
            }
        }
    }
}
