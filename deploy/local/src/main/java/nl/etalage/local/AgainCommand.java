package nl.etalage.local;

import java.io.IOException;
import java.io.PrintStream;
import nl.etalage.local.screen.CannotStart;
import nl.etalage.local.screen.Screen;

/** Starts one part again of what runs already. */
final class AgainCommand {

    private final Arguments arguments;
    private final PrintStream out;

    AgainCommand(Arguments arguments, PrintStream out) {
        this.arguments = arguments;
        this.out = out;
    }

    int run() {
        StackOptions options = StackOptions.in(arguments.root()).progress(new Screen(out));
        RunDirectory run = new RunDirectory(options.run());
        if (run.processes().running().isEmpty()) {
            throw new CannotStart("Nothing of Etalage runs: ./deploy/up starts it all.");
        }
        try {
            Stack stack = new Stack(run.described(options).orElse(options));
            if (!stack.names().contains(arguments.again())) {
                throw new CannotStart(
                        "There is no %s; there are %s.".formatted(arguments.again(), String.join(", ", stack.names())));
            }
            stack.start(arguments.again());
        } catch (IOException e) {
            throw CannotStart.because(e);
        }
        return 0;
    }
}
