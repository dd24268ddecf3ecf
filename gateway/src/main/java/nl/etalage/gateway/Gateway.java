package nl.etalage.gateway;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import nl.etalage.gateway.malformed.MalformedRequestAnswers;

/** Starts the gateway. */
@QuarkusMain
public final class Gateway {

    private Gateway() {}

    /** @param arguments as Quarkus knows them; none are needed */
    public static void main(String... arguments) {
        // Netty looks at this once, before the first connection of the process, its own calls to others included.
        System.setProperty(MalformedRequestAnswers.SWITCH, MalformedRequestAnswers.LOADED);
        Quarkus.run(arguments);
    }
}
