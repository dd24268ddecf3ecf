package nl.etalage.standin.api;

import java.io.IOException;

/** Answers one kind of call. Runs on a worker thread and may block. */
@FunctionalInterface
public interface Endpoint {
    /**
     * @throws Refusal when the call can't be granted
     * @throws IOException when the disk fails
     */
    Answer answer(ApiCall call) throws IOException;
}
