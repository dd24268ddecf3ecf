package nl.etalage.local;

import nl.etalage.local.screen.CannotStart;

/** What {@code deploy/up} and {@code deploy/down} run. Exit code 0: done; 1: it could not be; 2: not understood. */
public final class Main {

    private Main() {}

    public static void main(String[] words) {
        int code;
        try {
            code = run(Arguments.parse(words));
        } catch (Arguments.NotUnderstood e) {
            System.err.println(e.getMessage());
            code = 2;
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            code = 1;
        }
        System.exit(code);
    }

    private static int run(Arguments arguments) {
        return switch (arguments.command()) {
            case UP -> new UpCommand(arguments, System.out).run();
            case AGAIN -> new AgainCommand(arguments, System.out).run();
            case DOWN -> new DownCommand(arguments, System.out).run();
            case CHECK -> {
                new RunDirectory(StackOptions.in(arguments.root()).run()).requireNothingRunning();
                yield 0;
            }
        };
    }
}
