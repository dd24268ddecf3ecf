package nl.etalage.local.screen;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Progress as lines with their times, readable on a terminal and in a file. */
public final class Screen implements Progress {

    private static final int WIDTH = 60;

    private final PrintStream out;
    private boolean midLine;

    public Screen(PrintStream out) {
        this.out = out;
    }

    @Override
    public void step(String what, Action action) throws IOException {
        begin("  " + padded(what, WIDTH));
        long start = System.nanoTime();
        action.run();
        end(seconds(Duration.ofNanos(System.nanoTime() - start)));
    }

    @Override
    public void reached(String what, Duration after) {
        say("    " + padded(what, WIDTH - 2) + seconds(after));
    }

    @Override
    public synchronized void say(String sentence) {
        endLine();
        out.println(sentence);
    }

    /** Moves on to a new line where a step was cut short. */
    public synchronized void endLine() {
        if (midLine) {
            out.println();
            midLine = false;
        }
    }

    private synchronized void begin(String text) {
        endLine();
        out.print(text);
        out.flush();
        midLine = true;
    }

    private synchronized void end(String text) {
        out.println(text);
        midLine = false;
    }

    /** A duration as people read it, such as {@code 12.3 s}. */
    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%6.1f s", duration.toMillis() / 1000.0);
    }

    private static String padded(String what, int width) {
        return what + " " + ".".repeat(Math.max(3, width - what.length()));
    }
}
