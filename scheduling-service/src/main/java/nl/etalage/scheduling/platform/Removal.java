package nl.etalage.scheduling.platform;

import java.time.Duration;
import nl.etalage.scheduling.Remark;

/** What a request to take a post away came to. */
public sealed interface Removal {

    /** It is gone, by us or before. */
    record Gone() implements Removal {}

    /** The platform won't let us; a person has to do it. */
    record Refused(Remark why) implements Removal {}

    /** Not now; removing twice does no harm, so it is tried again after this. */
    record Later(Duration after, Remark why) implements Removal {}
}
