package nl.etalage.shops.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/**
 * One membership of the caller.
 *
 * @param member id of the member
 * @param shop slug, or null for the central group
 * @param shopName name of the shop, or null for the central group
 * @param trusted whether what a publisher plans goes out without approval
 * @param from first day
 * @param until last day, included; null when open
 * @param zone where the days are counted: the shop's zone
 */
public record Membership(
        UUID member,
        String shop,
        String shopName,
        Role role,
        boolean trusted,
        LocalDate from,
        LocalDate until,
        ZoneId zone) {

    boolean holdsAt(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return !today.isBefore(from) && (until == null || !today.isAfter(until));
    }
}
