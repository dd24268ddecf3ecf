package nl.etalage.standin.api;

/** Where the platform can be reached, known once it listens. */
public final class Address {
    private volatile int port;

    public void listeningOn(int listening) {
        port = listening;
    }

    public int port() {
        return port;
    }

    /** @param path starts with a slash, or is empty */
    public String url(String path) {
        return "http://localhost:" + port + path;
    }
}
