package nl.etalage.standin.mail;

import java.time.Instant;

/**
 * A mail that came in, as shown to people.
 *
 * @param name of its file, without {@code .eml}
 * @param text plain, possibly cut off
 */
public record Mail(String name, Instant receivedAt, String from, String to, String subject, String text) {}
