package nl.etalage.scheduling.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpHeaders;

/** What came back from a server, or why nothing did. */
public sealed interface Reply {

    /**
     * The server answered.
     *
     * @param body its JSON; {@link MissingNode} when it was none
     */
    record Answer(int status, HttpHeaders headers, JsonNode body) implements Reply {

        /** Whether the server says it did it and says so legibly. */
        public boolean fine() {
            return status / 100 == 2 && !body.isMissingNode();
        }
    }

    /** No connection: the server can't have seen the request. */
    record Unsent() implements Reply {}

    /** The request went out, and no whole answer came. */
    record Lost() implements Reply {}

    /** The server's address is not one we call. */
    record Forbidden() implements Reply {}
}
