package nl.etalage.gateway.console.desk;

import java.util.List;

/**
 * What somebody typed and could not be saved.
 *
 * @param action where to send it again
 * @param signedOut whether the session had ended
 * @param picture whether a picture has to be chosen again
 * @param entries everything that was in the form
 * @param title to recognise it by
 */
record KeptView(String action, boolean signedOut, boolean picture, List<Entry> entries, String title, String body) {

    /** Where to go to sign in again. */
    public String home() {
        return action.startsWith("/redactie") ? "/redactie" : "/";
    }

    /** One value of one field. */
    record Entry(String name, String value) {}
}
