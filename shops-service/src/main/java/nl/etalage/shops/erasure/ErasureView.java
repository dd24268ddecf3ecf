package nl.etalage.shops.erasure;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an erasure did. It names nobody.
 *
 * @param id under which it stands in the audit trail
 * @param memberships how many ended
 * @param handedOver slugs of the shops the central group looks after from now on
 * @param removed how many records named the person, by what they are
 * @param remaining what is left to do by hand, in the caller's language, a sentence each
 */
@Schema(name = "Erasure")
public record ErasureView(
        UUID id,
        int memberships,
        List<String> handedOver,
        @Schema(
                        examples =
                                "{\"answers\": 2, \"contacts\": 1, \"events\": 3, \"imports\": 0, \"invitations\": 1, \"mailboxes\": 0}")
                Map<String, Integer> removed,
        @Schema(examples = "[\"Remove the account of this person at https://id.example/realms/etalage too.\"]")
                List<String> remaining) {}
