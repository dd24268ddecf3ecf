package nl.etalage.shops.member;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.etalage.shops.access.Role;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An invitation to become a member, as those see it who may invite.
 *
 * @param shop slug; null for the central group
 * @param until last day of the membership, included; null when open
 * @param failure why the mail did not go; null when nothing failed
 * @param sent when the last mail went; null before
 * @param expires when the last link stops working; null before the first mail
 * @param version counts changes, from 0
 */
@Schema(name = "MemberInvitation")
public record MemberInvitationView(
        UUID id,
        @Schema(nullable = true) String shop,
        String email,
        String name,
        Role role,
        @Schema(nullable = true) LocalDate until,
        InvitationState state,
        @Schema(nullable = true) String failure,
        Instant created,
        @Schema(nullable = true) Instant sent,
        @Schema(nullable = true) Instant expires,
        long version) {}
