package nl.etalage.gateway.console;

import nl.etalage.gateway.console.SchedulingClient.Done;
import org.jboss.resteasy.reactive.RestForm;

/**
 * What somebody says about a message they posted by hand.
 *
 * @param outcome {@code posted} or {@code not-posted}
 * @param again when they would like to be reminded, in the shop's own time
 * @param version of the message they looked at
 * @param key idempotency key of the form
 */
record Answer(
        @RestForm String outcome,
        @RestForm String permalink,
        @RestForm String note,
        @RestForm String again,
        @RestForm String version,
        @RestForm String key) {

    Answer {
        outcome = "posted".equals(outcome) ? "posted" : "not-posted";
        permalink = permalink == null ? "" : permalink.strip();
        note = note == null ? "" : note.strip();
        again = again == null ? "" : again.strip();
    }

    String ifMatch() {
        return "\"" + version + "\"";
    }

    Done done() {
        boolean posted = outcome.equals("posted");
        return posted
                ? new Done(true, orNull(permalink), null, null)
                : new Done(false, null, orNull(note), orNull(again));
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
