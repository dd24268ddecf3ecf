package nl.etalage.systemtests.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/**
 * A run of requests against a gateway, made from its own API document: valid, nearly valid and hostile ones, by people
 * and machines of every kind. The same seed asks the same, as far as the answers before it made the same things.
 */
public final class Fuzz {

    private static final int CONNECTIONS = 8;

    /** Below what one address may do without a credential, so that limits keep nothing from being asked. */
    private static final int PER_SECOND = 180;

    private static final String DOCUMENT = "/api/v1/openapi.json";

    private final URI gateway;
    private final Callers callers;
    private final Judge judge;
    private final Path directory;
    private final Things things = new Things();
    private final Tally tally = new Tally();

    /**
     * @param tokens an access token by the name of a demo person, or of a demo webshop such as webshop-zeist
     * @param inner ports that an answer may not name
     * @param directory where the bodies of requests go that were answered wrongly
     */
    public Fuzz(URI gateway, UnaryOperator<String> tokens, List<Integer> inner, Path directory) {
        this.gateway = gateway;
        this.callers = new Callers(tokens);
        this.judge = new Judge(inner);
        this.directory = directory;
    }

    /**
     * Asks and waits for all answers.
     *
     * @param from number of the first request
     * @param until number of the first that is left to a next run
     * @return what was counted in all runs so far
     */
    public Tally run(long seed, int from, int until) throws IOException, InterruptedException {
        Contract contract = new Contract(document());
        learn(contract);
        Requests requests = new Requests(seed, contract, things);
        AtomicInteger next = new AtomicInteger(from);
        long start = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                running.add(threads.submit(() -> {
                    try (Wire wire = new Wire(gateway)) {
                        for (int n = next.getAndIncrement(); n < until; n = next.getAndIncrement()) {
                            awaitTurn(start, n - from);
                            one(requests.make(n), seed, wire);
                        }
                    } catch (IOException unclosed) {
                        throw new UncheckedIOException(unclosed);
                    }
                }));
            }
            for (Future<?> connection : running) {
                connection.get();
            }
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        } finally {
            threads.shutdownNow();
        }
        return tally;
    }

    private static void awaitTurn(long start, int turn) {
        long at = start + TimeUnit.SECONDS.toNanos(1) * turn / PER_SECOND;
        for (long early = at - System.nanoTime(); early > 0; early = at - System.nanoTime()) {
            LockSupport.parkNanos(early);
        }
    }

    private void one(Ask ask, long seed, Wire wire) throws IOException {
        byte[] bytes = ask.bytes(gateway, callers.token(ask.who()));
        Optional<String> fault;
        try {
            Wire.Answer answer = wire.ask(bytes, ask.method().equals("HEAD"));
            tally.count(answer);
            fault = judge.fault(ask, answer)
                    .map(what ->
                            what + "\n  " + answer.text().lines().findFirst().orElse("(no body)"));
            if (answer.status() < 300 && answer.header("content-type").contains("json")) {
                things.learn(ask.target(), Judge.read(answer.text()));
            }
        } catch (IOException none) {
            wire.close();
            fault = Optional.of("answers nothing: " + none.getMessage());
        }
        if (fault.isPresent()) {
            tally.fault(
                    ask.operation().id() + " " + fault.get().lines().findFirst().orElse(""),
                    report(ask, seed, fault.get()));
        }
    }

    private String report(Ask ask, long seed, String fault) throws IOException {
        Files.createDirectories(directory);
        Path body = directory.resolve(seed + "-" + ask.number() + ".body");
        if (ask.body() != null) {
            Files.write(body, ask.sent());
        }
        return "seed %d, request %d, %s by %s: %s%n  %s"
                .formatted(
                        seed, ask.number(), ask.operation().id(), ask.who(), fault, ask.curl(gateway, body.toString()));
    }

    private JsonNode document() throws IOException {
        try (Wire wire = new Wire(gateway)) {
            return Judge.read(wire.ask(get(DOCUMENT, null), false).text());
        }
    }

    /** Looks at every list first, as those who see most. */
    private void learn(Contract contract) throws IOException {
        try (Wire wire = new Wire(gateway)) {
            for (Contract.Operation operation : contract.operations()) {
                if (operation.method().equals("GET")
                        && !operation.path().replace("{slug}", "").contains("{")) {
                    for (String query : List.of("?limit=100", "?shop=zeist&limit=100")) {
                        String path = operation.path().replace("{slug}", "zeist");
                        Wire.Answer answer = wire.ask(get(path + query, callers.token("admin")), false);
                        if (answer.status() == 200) {
                            things.learn(path, Judge.read(answer.text()));
                        }
                    }
                }
            }
        }
    }

    private byte[] get(String target, String token) {
        return new Ask(0, null, "GET", target, Callers.NOBODY, List.of(), null).bytes(gateway, token);
    }
}
