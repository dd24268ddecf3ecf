package nl.etalage.shops.mail;

import java.util.List;

/**
 * What one mail says.
 *
 * @param kind chooses the sentences
 * @param to mail address
 * @param locale language to write in, a BCP 47 tag
 * @param arguments what the sentences are filled with
 * @param path page at the console that the button opens; holds the link's secret
 */
public record Letter(MailKind kind, String to, String locale, List<String> arguments, String path) {

    public Letter {
        arguments = List.copyOf(arguments);
    }

    /** Says no address and no secret, so that no log line can. */
    @Override
    public String toString() {
        return "Letter " + kind.word();
    }
}
