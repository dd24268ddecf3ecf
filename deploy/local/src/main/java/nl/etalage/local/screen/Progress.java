package nl.etalage.local.screen;

import java.io.IOException;
import java.time.Duration;

/** Tells a waiting person what happens. */
public interface Progress {

    /** Tells nobody; for a stack inside a test. */
    Progress SILENT = new Progress() {
        @Override
        public void step(String what, Action action) throws IOException {
            action.run();
        }

        @Override
        public void reached(String what, Duration after) {}

        @Override
        public void say(String sentence) {}
    };

    /** Runs {@code action} and tells that it began, and how long it took when it ended well. */
    void step(String what, Action action) throws IOException;

    /** Tells that something which started beside other things is there, {@code after} the start of all of them. */
    void reached(String what, Duration after);

    void say(String sentence);

    /** What a step does. */
    @FunctionalInterface
    interface Action {
        void run() throws IOException;
    }
}
