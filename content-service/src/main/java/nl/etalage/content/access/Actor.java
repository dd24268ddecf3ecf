package nl.etalage.content.access;

import nl.etalage.identity.Caller;

/**
 * Who wrote something, as it is kept: a person or a machine, without a name.
 *
 * @param issuer who vouches for the subject
 * @param subject the issuer's id of the person or machine
 */
public record Actor(String issuer, String subject) {

    static Actor of(Caller caller) {
        return new Actor(caller.issuer(), caller.subject());
    }

    /** The form that is stored: {@code issuer|subject}. */
    public String key() {
        return issuer + "|" + subject;
    }

    /** The subject out of a stored key. */
    public static String subjectOf(String key) {
        return key.substring(key.lastIndexOf('|') + 1);
    }
}
