package nl.etalage.scheduling.mail;

import java.util.Locale;

/** What a mail is about. */
public enum MailKind {
    /** It is your turn to post this. */
    OFFER,
    /** Don't post this any more; take it away if you did. */
    WITHDRAWAL,
    /** Something went wrong that a person must know. */
    NOTICE;

    /** The word in the database. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MailKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
