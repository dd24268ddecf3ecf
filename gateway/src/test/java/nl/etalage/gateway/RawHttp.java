package nl.etalage.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Bytes over a socket, for what no HTTP client would send. */
public final class RawHttp {

    private static final int PATIENCE = 5_000;

    private RawHttp() {}

    /** Sends bytes as they are and gives all that comes back until the other side closes or falls silent. */
    public static String send(String request) {
        return send(Neighbours.port(), request);
    }

    /** As {@link #send(String)}, to a server of the test's own. */
    public static String send(int port, String request) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return read(socket.getInputStream());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                out.write(buffer, 0, length);
            }
        } catch (SocketTimeoutException | SocketException enough) {
            return out.toString(StandardCharsets.UTF_8);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The status of the first answer; 0 when there was none. */
    public static int status(String answer) {
        return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }
}
