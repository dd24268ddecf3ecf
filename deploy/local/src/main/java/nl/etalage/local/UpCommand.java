package nl.etalage.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.etalage.local.screen.CannotStart;
import nl.etalage.local.screen.Screen;

/** Starts everything and then watches it until the person stops it, or leaves it running. */
final class UpCommand {

    private static final long LOOK_AGAIN_MILLIS = 500;

    private final Arguments arguments;
    private final PrintStream out;
    private final Screen screen;
    private final Stack stack;

    UpCommand(Arguments arguments, PrintStream out) {
        this.arguments = arguments;
        this.out = out;
        this.screen = new Screen(out);
        StackOptions options = StackOptions.in(arguments.root()).progress(screen);
        if (arguments.fresh()) {
            options = options.fresh();
        }
        this.stack = new Stack(options.shifted(arguments.shift()));
    }

    int run() {
        long start = System.nanoTime();
        try {
            stack.start();
        } catch (CannotStart e) {
            if (stack.isExiting()) {
                return sleepUntilTheEnd();
            }
            screen.endLine();
            throw e;
        }
        out.print(new Welcome(stack, arguments).text(Duration.ofNanos(System.nanoTime() - start)));
        out.flush();
        if (arguments.detach()) {
            stack.leaveRunning();
            return 0;
        }
        return watch();
    }

    /** Says it once when a process has ended, and ends when none is left. */
    private int watch() {
        Set<String> gone = new HashSet<>();
        while (gone.size() < stack.names().size()) {
            for (String name : stack.names()) {
                boolean runs = stack.isRunning(name);
                if (stack.isExiting()) {
                    return sleepUntilTheEnd();
                }
                if (!runs && gone.add(name)) {
                    out.printf(
                            "%s ended by itself; the rest runs on. Its log: %s. To start it again: ./deploy/up --again %s%n",
                            name, arguments.root().relativize(stack.log(name)), name);
                } else if (runs && gone.remove(name)) {
                    out.printf("%s runs again.%n", name);
                }
            }
            pause();
        }
        stack.stop();
        throw new CannotStart("Nothing of Etalage runs any more.");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The program is being ended: whoever does that also decides its exit code. */
    private static int sleepUntilTheEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 1;
    }
}
