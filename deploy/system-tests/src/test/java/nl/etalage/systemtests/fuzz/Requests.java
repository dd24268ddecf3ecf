package nl.etalage.systemtests.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes the requests of a run: each from the seed and its number, and from what there is to ask about. */
final class Requests {

    private static final List<String> ODD_METHODS = List.of(
            "HEAD", "OPTIONS", "TRACE", "PUT", "POST", "PATCH", "DELETE", "GET", "PROPFIND", "get", "X-Y", "CONNECT");
    private static final List<String> EXTRA_HEADERS = List.of(
            "Accept",
            "Accept-Language",
            "Accept-Charset",
            "Content-Encoding",
            "Content-Type",
            "Cookie",
            "Expect",
            "Forwarded",
            "If-Match",
            "If-Modified-Since",
            "If-None-Match",
            "Idempotency-Key",
            "Origin",
            "Range",
            "Sec-Fetch-Site",
            "Upgrade",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-HTTP-Method-Override",
            "baggage",
            "traceparent",
            "tracestate");
    private static final String BOUNDARY = "grens";
    private static final byte[] NO_UTF_8 = {(byte) 0xC3, (byte) 0x28};
    private static final int HUNDRED = 100;

    private final long seed;
    private final List<Contract.Operation> operations;
    private final Things things;
    private final Bodies bodies;

    Requests(long seed, Contract contract, Things things) {
        this.seed = seed;
        this.operations = contract.operations();
        this.things = things;
        this.bodies = new Bodies(things);
    }

    Ask make(int number) {
        RandomGenerator random = new Random(seed * 1_000_003 + number);
        // Each operation in turn, so that none is forgotten by chance.
        Contract.Operation operation = operations.get(number % operations.size());
        String method =
                random.nextInt(HUNDRED) < 4 ? ODD_METHODS.get(random.nextInt(ODD_METHODS.size())) : operation.method();
        String target = path(operation, random) + query(operation, random);
        List<Map.Entry<String, String>> headers = headers(operation, random);
        String body = null;
        if (operation.mediaType() != null || random.nextInt(HUNDRED) < 3) {
            String mediaType = operation.mediaType() == null ? "application/json" : operation.mediaType();
            body = new String(body(operation, random), StandardCharsets.ISO_8859_1);
            headers.add(
                    Map.entry("Content-Type", random.nextInt(HUNDRED) < 5 ? Hostile.header(random) : sent(mediaType)));
        }
        return new Ask(number, operation, method, target, Callers.any(random), headers, body);
    }

    private static String sent(String mediaType) {
        return mediaType.equals("multipart/form-data") ? mediaType + "; boundary=" + BOUNDARY : mediaType;
    }

    private String path(Contract.Operation operation, RandomGenerator random) {
        String path = operation.path();
        for (Contract.Parameter parameter : operation.parameters()) {
            if (parameter.in().equals("path")) {
                String value = random.nextInt(HUNDRED) < 9
                        ? Hostile.encoded(random)
                        : things.any(
                                parameter.name().equals("shop")
                                                || parameter.name().equals("slug")
                                        ? "shops"
                                        : Things.before(operation.path(), parameter.name()),
                                random);
                path = path.replace("{" + parameter.name() + "}", value);
            }
        }
        return random.nextInt(HUNDRED) == 0 ? path + Hostile.encoded(random) : path;
    }

    private String query(Contract.Operation operation, RandomGenerator random) {
        List<String> query = new ArrayList<>();
        for (Contract.Parameter parameter : operation.parameters()) {
            if (parameter.in().equals("query") && (parameter.name().equals("shop") || random.nextInt(3) == 0)) {
                for (int times = random.nextInt(20) == 0 ? 2 : 1; times > 0; times--) {
                    query.add(parameter.name() + "=" + value(parameter, random));
                }
            }
        }
        if (random.nextInt(30) == 0) {
            query.add(Hostile.encoded(random));
        }
        return query.isEmpty() ? "" : "?" + String.join("&", query);
    }

    private String value(Contract.Parameter parameter, RandomGenerator random) {
        if (random.nextInt(5) == 0) {
            return Hostile.encoded(random);
        }
        JsonNode choices = parameter.schema().path("enum");
        if (!choices.isEmpty()) {
            return choices.get(random.nextInt(choices.size())).asText();
        }
        return switch (parameter.name()) {
            case "limit" -> String.valueOf(random.nextInt(-1, 103));
            case "timeout" -> String.valueOf(random.nextInt(-1, 50));
            case "q" ->
                List.of("koffie", "%22", "a%26b", "'", "%28%28", "%3A%2A", "-koffie", "%25_")
                        .get(random.nextInt(8));
            case "from", "to", "on" -> "2026-12-0" + random.nextInt(1, 9);
            case "platform" ->
                List.of("mastodon", "bluesky", "newsletter", "poster", "assisted")
                        .get(random.nextInt(5));
            default -> things.any(Things.named(parameter.name()), random);
        };
    }

    private List<Map.Entry<String, String>> headers(Contract.Operation operation, RandomGenerator random) {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (Contract.Parameter parameter : operation.parameters()) {
            if (parameter.in().equals("header") && random.nextInt(10) > 0) {
                headers.add(Map.entry(parameter.name(), usual(parameter.name(), random)));
            }
        }
        for (int more = random.nextInt(12) - 9; more > 0; more--) {
            String name = EXTRA_HEADERS.get(random.nextInt(EXTRA_HEADERS.size()));
            headers.add(Map.entry(name, random.nextInt(4) == 0 ? usual(name, random) : Hostile.header(random)));
        }
        return headers;
    }

    private static String usual(String name, RandomGenerator random) {
        return switch (name) {
            case "If-Match", "If-None-Match" ->
                random.nextInt(8) == 0 ? Hostile.header(random) : "\"" + random.nextInt(4) + "\"";
            case "Idempotency-Key" ->
                random.nextInt(4) == 0
                        ? "sleutel-" + random.nextInt(40)
                        : new UUID(random.nextLong(), random.nextLong()).toString();
            case "Accept" -> "application/json";
            case "Accept-Language" -> random.nextBoolean() ? "nl" : "en";
            case "Expect" -> "100-continue";
            default -> "x";
        };
    }

    private byte[] body(Contract.Operation operation, RandomGenerator random) {
        int kind = random.nextInt(HUNDRED);
        if (kind < 4) {
            byte[] rubbish = new byte[random.nextInt(2000)];
            random.nextBytes(rubbish);
            return rubbish;
        }
        if (kind < 6) {
            return new byte[0];
        }
        boolean upload = "multipart/form-data".equals(operation.mediaType());
        JsonNode example = upload ? operation.example().path("metadata") : operation.example();
        if (example.isTextual()) {
            return bytes(kind < 50 ? example.asText() : example.asText() + "\n" + Hostile.json(random) + ",\"x");
        }
        JsonNode valid = bodies.valid(example, random);
        String text = valid.isMissingNode() ? "{}" : valid.toString();
        if (kind < 14) {
            text = Hostile.json(random);
        } else if (kind < 65) {
            text = bodies.nearlyValid(valid, random);
        }
        return upload ? upload(text, random) : bytes(text);
    }

    private static byte[] upload(String metadata, RandomGenerator random) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        int kind = random.nextInt(8);
        String name = kind == 0 ? "../../x\u0001\".jpg" : "foto.jpg";
        form.writeBytes(bytes("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: image/jpeg\r\n\r\n"));
        form.writeBytes(kind == 1 ? new byte[0] : Pictures.any(random));
        if (kind != 2) {
            form.writeBytes(bytes("\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"metadata\"\r\n"
                    + (kind == 3 ? "Content-Type: " + Hostile.header(random) : "Content-Type: application/json")
                    + "\r\n\r\n" + metadata));
        }
        if (kind == 4) {
            form.writeBytes(bytes("\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nx"));
        }
        form.writeBytes(bytes("\r\n--" + BOUNDARY + (kind == 5 ? "" : "--") + "\r\n"));
        return form.toByteArray();
    }

    private static byte[] bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String[] parts = text.split(String.valueOf(Hostile.BROKEN_BYTES), -1);
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                bytes.writeBytes(NO_UTF_8);
            }
            bytes.writeBytes(parts[i].getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
