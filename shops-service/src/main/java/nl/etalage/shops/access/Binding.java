package nl.etalage.shops.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;

/**
 * What binds a machine to its shop.
 *
 * @param integration id of the integration
 * @param scopes words of the scopes the binding allows; the token must grant them too
 * @param until last day, included, in the shop's zone; null when open
 */
public record Binding(
        UUID integration, String shop, String shopName, Set<String> scopes, LocalDate until, ZoneId zone) {

    boolean holdsAt(Instant now) {
        return until == null || !LocalDate.ofInstant(now, zone).isAfter(until);
    }
}
