package nl.etalage.systemtests.fuzz;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One request of a run.
 *
 * @param number in the run, from 0; with the seed it says what was asked
 * @param who whose token it carries, in words
 * @param target path and query as they go over the wire
 * @param headers in order, a name may come twice
 * @param body its bytes, each as one character; null for none
 */
record Ask(
        int number,
        Contract.Operation operation,
        String method,
        String target,
        String who,
        List<Map.Entry<String, String>> headers,
        String body) {

    private static final String AUTHORIZATION = "Authorization";

    byte[] bytes(URI server, String token) {
        StringBuilder head = new StringBuilder();
        head.append(method).append(' ').append(target).append(" HTTP/1.1\r\nHost: ");
        head.append(server.getAuthority()).append("\r\n");
        if (token != null) {
            head.append(AUTHORIZATION).append(": Bearer ").append(token).append("\r\n");
        }
        headers.forEach(header -> head.append(header.getKey())
                .append(": ")
                .append(header.getValue())
                .append("\r\n"));
        if (body != null) {
            head.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        head.append("\r\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        if (body != null) {
            bytes.writeBytes(sent());
        }
        return bytes.toByteArray();
    }

    /** The bytes of the body. */
    byte[] sent() {
        return body.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A command that asks the same, with a token of {@code who} in $TOKEN. */
    String curl(URI server, String file) {
        String sent = headers.stream()
                .map(header -> " -H "
                        + quoted(header.getKey() + (header.getValue().isEmpty() ? ";" : ": ") + header.getValue()))
                .collect(Collectors.joining());
        String credential = who.equals(Callers.NOBODY) ? "" : " -H \"Authorization: Bearer $TOKEN\"";
        String data = body == null ? "" : " --data-binary @" + file;
        return "curl -isS --path-as-is -g -X " + quoted(method) + credential + sent + data + " "
                + quoted(server + target);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
