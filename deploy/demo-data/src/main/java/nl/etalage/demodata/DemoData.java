package nl.etalage.demodata;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import nl.etalage.demodata.api.Api;
import nl.etalage.demodata.api.Failure;
import nl.etalage.demodata.api.Tokens;
import nl.etalage.demodata.bring.Everything;
import nl.etalage.demodata.content.DemoFiles;

/**
 * Brings the demo in through the public API, as the people of the demo would. Run again it adds only what is not there
 * yet. Exit code 0: all is there; 1: one sentence on standard error says what failed.
 */
public final class DemoData {

    private final Settings settings;
    private final Clock clock;
    private final PrintStream out;

    DemoData(Settings settings, Clock clock, PrintStream out) {
        this.settings = settings;
        this.clock = clock;
        this.out = out;
    }

    public static void main(String[] arguments) {
        try {
            new DemoData(Settings.from(System.getenv()), Clock.systemUTC(), System.out).run(Api.PATIENCE);
        } catch (Failure failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    /**
     * Returns when everything is there.
     *
     * @param patience how long a request is repeated while the services have yet to hear of each other's news
     * @throws Failure with one sentence on the request that failed
     */
    void run(Duration patience) {
        Api api = new Api(settings.gateway(), new Tokens(settings.issuer(), clock), clock, patience);
        new Everything(api, new DemoFiles(), settings.standIn(), clock).bring(out::println);
    }
}
