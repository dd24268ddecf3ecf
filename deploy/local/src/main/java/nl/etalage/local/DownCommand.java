package nl.etalage.local;

import java.io.IOException;
import java.io.PrintStream;
import nl.etalage.local.process.ProcessRunner;
import nl.etalage.local.screen.CannotStart;
import nl.etalage.local.screen.Screen;

/** Stops all that runs from this project's data directory, whoever started it. */
final class DownCommand {

    private final StackOptions options;
    private final PrintStream out;

    DownCommand(Arguments arguments, PrintStream out) {
        this.options = StackOptions.in(arguments.root());
        this.out = out;
    }

    int run() {
        RunDirectory run = new RunDirectory(options.run());
        if (run.processes().running().isEmpty()) {
            out.println("Nothing of Etalage runs here.");
            return 0;
        }
        Screen screen = new Screen(out);
        ProcessRunner runner = new ProcessRunner(run.processes(), options.run(), options.run());
        try {
            screen.step("Stopping Etalage", () -> {
                run.stopLauncher();
                run.stopAll(runner);
            });
        } catch (CannotStart e) {
            screen.endLine();
            throw e;
        } catch (IOException e) {
            throw CannotStart.because(e);
        }
        return 0;
    }
}
