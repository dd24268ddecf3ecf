package nl.etalage.shops.shop;

import nl.etalage.shops.validation.Findings;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How to reach a shop; for its managers and the central group only.
 *
 * @param mailbox mail address of the shop itself, or null
 * @param contact name of a person there, or null
 * @param telephone as people write it, or null
 * @param version counts changes, from 0
 */
@Schema(name = "ShopContact")
public record ContactDocument(
        @Schema(readOnly = true) String shop,
        @Schema(nullable = true, maxLength = 254, examples = "winkel@zeist.example") String mailbox,
        @Schema(nullable = true, maxLength = ContactDocument.LONGEST_NAME, examples = "Anja de Vries") String contact,
        @Schema(nullable = true, maxLength = 25, examples = "030 123 45 67") String telephone,
        @Schema(readOnly = true) Long version) {

    static final int LONGEST_NAME = 100;

    /** Notes what is wrong with it. */
    public void check(Findings findings) {
        findings.email("/mailbox", mailbox);
        findings.line("/contact", contact, LONGEST_NAME);
        findings.telephone("/telephone", telephone);
    }
}
