package nl.etalage.standin.account;

import java.time.Instant;

/**
 * Someone who posts here.
 *
 * @param name lower case; the token {@code stand-in-<name>} belongs to it
 */
public record Account(long id, String name, Instant createdAt) {}
