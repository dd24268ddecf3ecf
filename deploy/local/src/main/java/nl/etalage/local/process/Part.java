package nl.etalage.local.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One process to start.
 *
 * @param name also of its log and of its line on the screen
 * @param command program and arguments; settings and secrets stay out, for everyone on the machine can read it
 * @param environment its settings, on top of what the launcher itself has
 * @param readiness when others can use it
 * @param stop how it is asked to end
 */
public record Part(
        String name, List<String> command, Map<String, String> environment, Readiness readiness, StopSignal stop) {

    public Part {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** How a process is asked to end, and how long it gets. */
    public enum StopSignal {
        TERMINATE(Duration.ofSeconds(15)),
        /** For PostgreSQL, which on SIGTERM waits until its last client left by itself. */
        INTERRUPT(Duration.ofSeconds(30));

        private final Duration grace;

        StopSignal(Duration grace) {
            this.grace = grace;
        }

        Duration grace() {
            return grace;
        }
    }
}
