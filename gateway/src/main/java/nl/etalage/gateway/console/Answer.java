package nl.etalage.gateway.console;

import nl.etalage.gateway.console.SchedulingClient.Done;
import org.jboss.resteasy.reactive.RestForm;

/**
 * What somebody says about a message they posted by hand.
 *
 * @param outcome {@code posted} or {@code not-posted}
 * @param version of the message they looked at
 * @param key idempotency key of the form
 */
record Answer(
        @RestForm String outcome,
        @RestForm String permalink,
        @RestForm String note,
        @RestForm String version,
        @RestForm String key) {

    Answer {
        outcome = "posted".equals(outcome) ? "posted" : "not-posted";
        permalink = permalink == null ? "" : permalink.strip();
        note = note == null ? "" : note.strip();
    }

    String ifMatch() {
        return "\"" + version + "\"";
    }

    Done done() {
        boolean posted = outcome.equals("posted");
        return new Done(
                posted, posted && !permalink.isEmpty() ? permalink : null, !posted && !note.isEmpty() ? note : null);
    }
}
