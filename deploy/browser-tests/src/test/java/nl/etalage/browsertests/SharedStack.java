package nl.etalage.browsertests;

import java.io.IOException;
import java.nio.file.Path;
import nl.etalage.local.Ports;
import nl.etalage.local.Stack;
import nl.etalage.local.StackOptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One Etalage with its demo data for every test class: it takes a minute to start, and ends with the run. Classes look at
 * it side by side, so each asks for what it made itself.
 */
final class SharedStack implements AutoCloseable {

    private Stack stack;

    /** Gives it to whoever asks for one. */
    static final class Given implements ParameterResolver {

        private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(SharedStack.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == SharedStack.class;
        }

        @Override
        public SharedStack resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(OURS)
                    .computeIfAbsent("stack", key -> new SharedStack(), SharedStack.class);
        }
    }

    /** The running stack; the first who asks starts it, on free ports. */
    synchronized Stack running() throws IOException {
        if (stack == null) {
            Stack starting = new Stack(StackOptions.in(Path.of(System.getProperty("etalage.root")))
                    .data(Path.of(System.getProperty("etalage.target"), "stack"))
                    .ports(Ports.free())
                    .fresh());
            starting.start();
            stack = starting;
        }
        return stack;
    }

    @Override
    public synchronized void close() {
        if (stack != null) {
            stack.close();
        }
    }
}
