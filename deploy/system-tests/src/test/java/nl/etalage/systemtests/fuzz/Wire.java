package nl.etalage.systemtests.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One HTTP/1.1 connection that sends whatever bytes it is given, which no decent client does. */
final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 45_000;
    private static final int LONGEST_LINE = 65_536;

    private final URI server;
    private Socket socket;
    private InputStream in;

    /** @param server scheme http, host and port */
    Wire(URI server) {
        this.server = server;
    }

    /**
     * An answer.
     *
     * @param headers names in lower case; two of a name are joined by a line feed
     * @param text the body, read as UTF-8
     * @param size bytes of the body
     */
    record Answer(int status, Map<String, String> headers, String text, int size) {

        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /**
     * Sends a request and reads its answer.
     *
     * @param head whether an answer has no body, whatever its headers say
     * @throws IOException when the server answers nothing, or what is no HTTP
     */
    Answer ask(byte[] request, boolean head) throws IOException {
        boolean fresh = socket == null;
        try {
            return send(request, head);
        } catch (IOException closed) {
            close();
            if (fresh) {
                throw closed;
            }
            // The server may close an idle connection at any moment: that is no answer to this request.
            return send(request, head);
        }
    }

    private Answer send(byte[] request, boolean head) throws IOException {
        if (socket == null) {
            socket = new Socket();
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        }
        IOException broken = null;
        try {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
        } catch (IOException refused) {
            // A server that refuses early answers and closes before all was sent.
            broken = refused;
        }
        try {
            Answer answer = read(head);
            if (broken != null || answer.header("connection").equalsIgnoreCase("close")) {
                close();
            }
            return answer;
        } catch (IOException none) {
            if (broken != null) {
                none.addSuppressed(broken);
            }
            throw none;
        }
    }

    private Answer read(boolean head) throws IOException {
        int status;
        Map<String, String> headers;
        do {
            String line = line();
            if (!line.matches("HTTP/1\\.[01] \\d{3}( .*)?")) {
                throw new IOException("Answers no HTTP: " + line);
            }
            status = Integer.parseInt(line.substring(9, 12));
            headers = headers();
        } while (status < 200);
        byte[] body = new byte[0];
        if (!head && status != 204 && status != 304) {
            body = body(headers);
        }
        return new Answer(status, headers, new String(body, StandardCharsets.UTF_8), body.length);
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new IOException("No header: " + line);
            }
            headers.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (first, second) -> first + "\n" + second);
        }
        return headers;
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "").contains("chunked")) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (int size = chunk(); size > 0; size = chunk()) {
                body.write(exactly(size));
                line();
            }
            line();
            return body.toByteArray();
        }
        if (headers.containsKey("content-length")) {
            return exactly(Integer.parseInt(headers.get("content-length")));
        }
        byte[] body = in.readAllBytes();
        close();
        return body;
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line().replaceAll(";.*", "").strip(), 16);
    }

    private byte[] exactly(int size) throws IOException {
        byte[] body = in.readNBytes(size);
        if (body.length < size) {
            throw new EOFException("The answer ends early");
        }
        return body;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() > LONGEST_LINE) {
                throw new EOFException("The server closes without an answer");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
