package nl.etalage.standin;

import java.nio.file.Path;
import java.util.Map;

/** Reads the options of the runnable jar from the environment. */
final class Environment {
    private static final int PORT = 8190;
    private static final int MAIL_PORT = 8125;

    private Environment() {}

    /** @throws StartFailed when a value isn't a number */
    static StandInOptions options(Map<String, String> environment) {
        StandInOptions options = StandInOptions.defaults();
        options = options.withPort(number(environment, "STAND_IN_PORT", PORT, 65_535))
                .withMailPort(number(environment, "STAND_IN_SMTP_PORT", MAIL_PORT, 65_535))
                .withRateLimit(
                        number(environment, "STAND_IN_RATE_LIMIT", options.callsPerFiveMinutes(), Integer.MAX_VALUE));
        String data = environment.getOrDefault("STAND_IN_DATA", "");
        return data.isBlank() ? options : options.withData(Path.of(data));
    }

    private static int number(Map<String, String> environment, String name, int usual, int most) {
        String value = environment.getOrDefault(name, "");
        try {
            int number = value.isBlank() ? usual : Integer.parseInt(value.trim());
            if (number >= 0 && number <= most) {
                return number;
            }
            throw new NumberFormatException(value);
        } catch (NumberFormatException e) {
            throw new StartFailed(name + " is a number from 0 to " + most + ", not " + value, e);
        }
    }
}
