package nl.etalage.content.contribution;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many contributions there are.
 *
 * @param count exact up to 99
 * @param more whether there are more than that
 */
@Schema(name = "ContributionCount")
public record ContributionCount(@Schema(minimum = "0", maximum = "99", examples = "3") int count, boolean more) {

    /** As far as anybody counts what waits. */
    static final int MOST = 99;

    /** @param found how many were seen, of which one more than is counted tells that there are more */
    static ContributionCount of(long found) {
        return new ContributionCount((int) Math.min(found, MOST), found > MOST);
    }
}
