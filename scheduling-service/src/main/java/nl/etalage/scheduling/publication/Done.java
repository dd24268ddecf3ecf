package nl.etalage.scheduling.publication;

import nl.etalage.scheduling.InputCheck;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a person says about a publication they were to post.
 *
 * @param posted whether it is there
 * @param permalink where, if they like to say
 * @param note why not, in their own words
 * @param again with {@code posted: false}: when to be reminded, on the shop's wall clock
 */
public record Done(
        @Schema(required = true) Boolean posted,
        String permalink,
        String note,
        @Schema(examples = "2026-12-05T10:00") String again) {

    private static final int LONGEST_NOTE = 500;

    void check() {
        InputCheck check = new InputCheck()
                .required("/posted", posted)
                .atMost("/note", note, LONGEST_NOTE)
                .wrongIf(Boolean.TRUE.equals(posted) && again != null, "/again", "again-when-posted");
        Permalinks.check(check, permalink);
        check.done();
    }
}
