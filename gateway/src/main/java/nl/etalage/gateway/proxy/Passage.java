package nl.etalage.gateway.proxy;

import java.net.URI;
import java.time.Duration;
import nl.etalage.gateway.calls.Call;

/**
 * What was decided about one request before it goes to a service.
 *
 * @param call the request as it came in
 * @param uri path and query to ask for
 * @param bearer access token that replaces the caller's credential; null when the caller's own goes along
 * @param limit bytes the body may have
 * @param patience how long the head of the answer may take
 * @param waits whether it is a caller who waits for events
 * @param publicUrl how the world reaches the gateway
 */
record Passage(Call call, String uri, String bearer, long limit, Duration patience, boolean waits, URI publicUrl) {}
