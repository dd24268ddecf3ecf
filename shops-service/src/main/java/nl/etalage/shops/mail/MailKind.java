package nl.etalage.shops.mail;

import java.util.Locale;

/** What a mail is about. */
public enum MailKind {
    /** Does your shop join? */
    JOINING,
    /** As {@link #JOINING}, to who said "later". */
    REMINDER,
    /** Your shop takes part; make yourself its manager. */
    WELCOME,
    /** You are asked to become a member. */
    MEMBERSHIP;

    /** The word in the database, and in the keys of sentences. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MailKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
