package nl.etalage.testing.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.restassured.response.Response;
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
import nl.etalage.testing.Tokens;
import nl.etalage.testing.contract.CommittedContract;
import nl.etalage.testing.contract.ExampleProof;

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
    private final CommittedContract committed;
    private final Map<String, Supplier<AccessRequest>> examples = new LinkedHashMap<>();
    private ExampleProof proof;
    private boolean openToMachines;
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
        this.committed = CommittedContract.of(contract);
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

    /** How a newcomer succeeds with an operation with which, asked as its case does, nobody does. */
    public AccessMatrix example(String name, Supplier<AccessRequest> request) {
        examples.put(name, request);
        return this;
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

    /** Ids of the operations in a contract, in its order; while working on some, {@code -Daccess.only} names those. */
    public static List<String> operationIds(Path contract) {
        List<String> only = List.of(System.getProperty("access.only", "").split(","));
        return operations(contract).stream()
                .map(Operation::id)
                .filter(id -> only.contains("") || only.contains(id))
                .toList();
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
        proof = new ExampleProof(committed, operationId);
        openToMachines = false;
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
        if (examples.containsKey(operationId)) {
            AccessRequest request = examples.get(operationId).get();
            show(request, send(operations.get(operationId), request, Tokens.person("newcomer")));
        }
        deviations.addAll(proof.deviations(scopesThatOpen(operationId)));
        if (!deviations.isEmpty()) {
            throw new AssertionError(String.join("\n", deviations));
        }
    }

    /** Each scope with which alone a machine may do this; none where the lack of a scope is no reason for refusal. */
    private Set<String> scopesThatOpen(String operationId) {
        Set<String> opening = new TreeSet<>();
        Operation operation = operations.get(operationId);
        if (openToMachines && !opens(operation, "openid")) {
            for (String scope : callers.scopes()) {
                if (opens(operation, scope)) {
                    opening.add(scope);
                }
            }
        }
        return opening;
    }

    private boolean opens(Operation operation, String scope) {
        AccessRequest request = cases.get(operation.id()).apply(Whose.OWN);
        return send(operation, request, callers.machine(scope)).statusCode() < 400;
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
                    String token = caller.getValue().orElse(null);
                    Response response = watched(operation, request, token, row, name + " by " + caller.getKey());
                    AccessAnswer answer = AccessAnswer.of(response, request);
                    row.add(column, caller.getKey(), whose, answer);
                    if (whose == Whose.OWN && name.equals(operation.id())) {
                        show(request, response);
                        openToMachines |= column.equals(AccessCallers.INTEGRATION) && !answer.refused();
                    }
                    if (!answer.refused() && !SAFE.contains(operation.method())) {
                        request = null;
                    }
                }
            }
        }
    }

    private Response watched(
            Operation operation, AccessRequest request, String token, AccessRow row, String whatIsAsked) {
        boolean watched = auditLines != null && !SAFE.contains(operation.method());
        long before = watched ? auditLines.getAsLong() : 0;
        Response response = send(operation, request, token);
        long lines = watched ? auditLines.getAsLong() - before : 0;
        boolean refused = response.statusCode() >= 400;
        // Nobody to name: only what the holder of a secret link did is written down, not what they were refused.
        boolean unnamed = response.statusCode() == 401 || (token == null && refused);
        if (watched && lines != (unnamed ? 0 : 1)) {
            row.deviation("%s was answered %d and left %d lines in the audit trail"
                    .formatted(whatIsAsked, response.statusCode(), lines));
        }
        return response;
    }

    private Response send(Operation operation, AccessRequest request, String token) {
        RequestSpecification specification = http.get();
        if (token != null) {
            specification.header("Authorization", "Bearer " + token);
        }
        return request.send(specification, operation.method(), operation.path());
    }

    private void show(AccessRequest request, Response response) {
        if (response.statusCode() < 400) {
            proof.saw(request.sent(), response);
        }
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
