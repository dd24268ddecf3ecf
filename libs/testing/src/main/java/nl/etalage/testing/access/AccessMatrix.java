package nl.etalage.testing.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Every operation of a contract, asked by every kind of caller, for a target of their own shop, of another shop and for
 * one that doesn't exist; the answers held to the table in {@code docs/access.md}. An operation can have more than one
 * case, named {@code <operationId> <what is special>}.
 */
public final class AccessMatrix {

    private static final Set<String> SAFE = Set.of("get", "head");
    private static final String NOT_FOUND_COLUMN = "404 is";

    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final Map<String, Function<Whose, AccessRequest>> cases = new LinkedHashMap<>();
    private final Set<String> untargeted = new TreeSet<>();
    private final Map<String, String> exceptions = new LinkedHashMap<>();
    private final AccessTable table;
    private final AccessCallers callers;
    private final Supplier<RequestSpecification> http;
    private LongSupplier auditLines;

    private record Operation(String id, String method, String path) {}

    /**
     * A matrix without cases.
     *
     * @param contract the committed {@code openapi.yaml}
     * @param document the file with the tables
     * @param service heading of the service's table
     * @param http a fresh request without a credential
     */
    public AccessMatrix(
            Path contract, Path document, String service, AccessCallers callers, Supplier<RequestSpecification> http) {
        this.table = AccessTable.of(document, service);
        this.callers = callers;
        this.http = http;
        operations(contract).forEach(operation -> operations.put(operation.id(), operation));
    }

    /**
     * How to ask for a target. Called again for a fresh one after every success of an operation that changes something.
     *
     * @param name operation id, and what is special after a space
     */
    public AccessMatrix target(String name, Function<Whose, AccessRequest> request) {
        cases.put(name, request);
        return this;
    }

    /** How to ask where there is no target that could be another's. */
    public AccessMatrix plain(String name, Supplier<AccessRequest> request) {
        untargeted.add(name);
        return target(name, whose -> request.get());
    }

    /** Leaves a kind of caller out of a case, where it can't be answered as others in its column; ask for it elsewhere. */
    public AccessMatrix without(String name, String caller) {
        exceptions.put(name, caller);
        return this;
    }

    /** Also holds every write with a valid credential, done or refused, to leaving exactly one line. */
    public AccessMatrix audited(LongSupplier lines) {
        auditLines = lines;
        return this;
    }

    /** Ids of the operations in a contract, in its order. */
    public static List<String> operationIds(Path contract) {
        return operations(contract).stream().map(Operation::id).toList();
    }

    /** Asks all there is to ask of an operation. */
    public void prove(String operationId) {
        List<String> names = cases.keySet().stream()
                .filter(name -> name.equals(operationId) || name.startsWith(operationId + " "))
                .toList();
        if (names.isEmpty()) {
            throw new AssertionError(
                    "AccessMatrixTest doesn't know how to ask for " + operationId + ": see CONTRIBUTING.md");
        }
        List<String> deviations = new ArrayList<>();
        for (String name : names) {
            AccessRow row = new AccessRow(untargeted.contains(name));
            ask(name, row);
            deviations.addAll(row.deviations());
            String answered = row.written(name, callers.columns());
            if (!answered.equals(table.row(name))) {
                deviations.add("docs/access.md says\n" + table.row(name)
                        + "\nand it answers, so if that is as it should be, make this the row\n" + answered);
            }
        }
        if (!deviations.isEmpty()) {
            throw new AssertionError(String.join("\n", deviations));
        }
    }

    /** Holds the table to its columns, and to having a row for each case and no others. */
    public void proveComplete() {
        List<String> heading = new ArrayList<>(List.of("operation"));
        heading.addAll(callers.columns());
        heading.add(NOT_FOUND_COLUMN);
        String expected = AccessTable.row(heading);
        Set<String> rows = new TreeSet<>(table.titles());
        Set<String> wanted = new TreeSet<>();
        cases.keySet().forEach(name -> wanted.add(AccessTable.title(name)));
        if (!expected.equals(table.heading()) || !rows.equals(wanted)) {
            throw new AssertionError("docs/access.md has the heading\n%s\nwhere it should have\n%s\nand rows %s for %s"
                    .formatted(table.heading(), expected, rows, wanted));
        }
    }

    private void ask(String name, AccessRow row) {
        Operation operation = operations.get(name.split(" ", 2)[0]);
        if (operation == null) {
            throw new AssertionError("No operation of the contract is asked by the case " + name);
        }
        for (Whose whose : untargeted.contains(name) ? List.of(Whose.OWN) : List.of(Whose.values())) {
            AccessRequest request = null;
            for (String column : callers.columns()) {
                for (Map.Entry<String, java.util.Optional<String>> caller :
                        callers.in(column).entrySet()) {
                    if (caller.getKey().equals(exceptions.get(name))) {
                        continue;
                    }
                    request = request == null ? cases.get(name).apply(whose) : request;
                    AccessAnswer answer = answer(
                            operation, request, caller.getValue().orElse(null), row, name + " by " + caller.getKey());
                    row.add(column, caller.getKey(), whose, answer);
                    if (!answer.refused() && !SAFE.contains(operation.method())) {
                        request = null;
                    }
                }
            }
        }
    }

    private AccessAnswer answer(
            Operation operation, AccessRequest request, String token, AccessRow row, String whatIsAsked) {
        RequestSpecification specification = http.get();
        if (token != null) {
            specification.header("Authorization", "Bearer " + token);
        }
        boolean watched = auditLines != null && !SAFE.contains(operation.method());
        long before = watched ? auditLines.getAsLong() : 0;
        AccessAnswer answer =
                AccessAnswer.of(request.send(specification, operation.method(), operation.path()), request);
        long lines = watched ? auditLines.getAsLong() - before : 0;
        // Nobody to name: only what the holder of a secret link did is written down, not what they were refused.
        boolean unnamed = answer.status() == 401 || (token == null && answer.refused());
        if (watched && lines != (unnamed ? 0 : 1)) {
            row.deviation("%s was answered %d and left %d lines in the audit trail"
                    .formatted(whatIsAsked, answer.status(), lines));
        }
        return answer;
    }

    private static List<Operation> operations(Path contract) {
        try {
            JsonNode document = new ObjectMapper(new YAMLFactory()).readTree(Files.readString(contract));
            List<Operation> operations = new ArrayList<>();
            for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
                for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                    if (operation.getValue().has("operationId")) {
                        operations.add(new Operation(
                                operation.getValue().get("operationId").asText(), operation.getKey(), path.getKey()));
                    }
                }
            }
            return operations;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
