package nl.etalage.local.screen;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Progress as lines with their times, readable on a terminal and in a file. */
public final class Screen implements Progress {

    private static final int WIDTH = 60;

    private final PrintStream out;

    public Screen(PrintStream out) {
        this.out = out;
    }

    @Override
    public void step(String what, Action action) throws IOException {
        out.print("  " + padded(what, WIDTH));
        out.flush();
        long start = System.nanoTime();
        boolean ended = false;
        try {
            action.run();
            ended = true;
        } finally {
            out.println(ended ? seconds(Duration.ofNanos(System.nanoTime() - start)) : "");
        }
    }

    @Override
    public void reached(String what, Duration after) {
        out.println("    " + padded(what, WIDTH - 2) + seconds(after));
    }

    @Override
    public void say(String sentence) {
        out.println(sentence);
    }

    /** A duration as people read it, such as {@code 12.3 s}. */
    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%6.1f s", duration.toMillis() / 1000.0);
    }

    private static String padded(String what, int width) {
        return what + " " + ".".repeat(Math.max(3, width - what.length()));
    }
}
