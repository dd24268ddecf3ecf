package nl.etalage.gateway;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import nl.etalage.gateway.malformed.MalformedRequestAnswers;

/** Starts the gateway. */
@QuarkusMain
public final class Gateway {

    private static final String EVENT_LOOPS = "quarkus.vertx.event-loops-pool-size";
    private static final String EVENT_LOOPS_VARIABLE = "QUARKUS_VERTX_EVENT_LOOPS_POOL_SIZE";

    private Gateway() {}

    /** @param arguments as Quarkus knows them; none are needed */
    public static void main(String... arguments) {
        // Netty looks at this once, before the first connection of the process, its own calls to others included.
        System.setProperty(MalformedRequestAnswers.SWITCH, MalformedRequestAnswers.LOADED);
        // With more of them than processors, as is the default, requests wait for the others' turn: docs/adr/0049.
        if (System.getenv(EVENT_LOOPS_VARIABLE) == null) {
            String processors = Integer.toString(Runtime.getRuntime().availableProcessors());
            System.getProperties().putIfAbsent(EVENT_LOOPS, processors);
        }
        Quarkus.run(arguments);
    }
}
