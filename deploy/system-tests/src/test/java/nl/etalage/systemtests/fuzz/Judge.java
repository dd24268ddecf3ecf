package nl.etalage.systemtests.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says what is wrong with an answer, whatever was asked. */
final class Judge {

    /** What nobody outside should read; the requests hold nothing like it themselves. */
    private static final Pattern INNARDS =
            Pattern.compile("Exception|\\bat [a-z]+(\\.[A-Za-z0-9_$]+)+\\(|\\bjava\\.|jakarta\\."
                    + "|org\\.(postgresql|hibernate|jboss|apache|keycloak)|io\\.(quarkus|vertx|netty|smallrye)|com\\.fasterxml|\\bnl\\.etalage\\.[a-z]+\\.[a-z]+\\.[A-Z]|SQLSTATE|PSQL|syntax"
                    + " error at|violates [a-z-]+ constraint|duplicate key|(?i:select|insert into|update|delete from)"
                    + " [a-z_.*]+ (from|values|set|where) ");

    private static final String PROBLEMS = "https://etalage.nl/problems/";
    private static final int SHED = 503;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What can be said of any operation: by the gateway itself, or of a parameter that is none of its kind. */
    private static final Set<String> ANYWHERE = Set.of(
            "authentication-required",
            "content-too-large",
            "expectation-failed",
            "headers-too-large",
            "invalid-input",
            "invalid-request",
            "length-required",
            "method-not-allowed",
            "not-acceptable",
            "not-found",
            "request-timeout",
            "too-many-requests",
            "unsupported-media-type",
            "uri-too-long");

    private final Pattern hosts;

    /** @param inner ports on this machine that nobody outside may hear of */
    Judge(List<Integer> inner) {
        hosts = Pattern.compile("(localhost|127\\.0\\.0\\.1):("
                + inner.stream().map(String::valueOf).collect(Collectors.joining("|")) + ")\\b");
    }

    /** Turned away politely: neither an answer nor a failure. */
    static boolean shed(Wire.Answer answer) {
        return answer.status() == SHED && !answer.header("retry-after").isEmpty();
    }

    /** What is wrong; empty for nothing. */
    Optional<String> fault(Ask ask, Wire.Answer answer) {
        String all = answer.headers() + "\n" + answer.text();
        if (answer.status() >= 500 && !shed(answer)) {
            return Optional.of("answers " + answer.status());
        }
        var innards = INNARDS.matcher(all);
        if (innards.find()) {
            return Optional.of("shows its innards: " + innards.group());
        }
        if (hosts.matcher(all).find()) {
            return Optional.of("shows an address of ours");
        }
        if (answer.status() >= 400 && answer.size() > 0) {
            return problem(ask, answer);
        }
        if (answer.header("content-type").contains("json") && answer.size() > 0) {
            return read(answer.text()) == null ? Optional.of("answers JSON that is none") : Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<String> problem(Ask ask, Wire.Answer answer) {
        JsonNode problem = read(answer.text());
        if (!answer.header("content-type").startsWith("application/problem+json") || problem == null) {
            return Optional.of("refuses without a problem: " + answer.header("content-type"));
        }
        String type = problem.path("type").asText();
        String name = type.replace(PROBLEMS, "");
        boolean whole = problem.path("status").asInt() == answer.status()
                && problem.path("title").isTextual()
                && problem.path("detail").isTextual()
                && type.startsWith(PROBLEMS);
        if (!whole) {
            return Optional.of("refuses with half a problem");
        }
        boolean known = ANYWHERE.contains(name)
                || ask.operation().problems().contains(name)
                || !ask.method().equals(ask.operation().method())
                || ask.target().contains("%2e%2e");
        return known ? Optional.empty() : Optional.of("answers " + name + ", which its contract doesn't name");
    }

    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException none) {
            return null;
        }
    }
}
