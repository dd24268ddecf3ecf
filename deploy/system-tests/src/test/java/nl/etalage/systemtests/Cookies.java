package nl.etalage.systemtests;

import java.net.CookieHandler;
import java.net.HttpCookie;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Cookies as a browser keeps them for localhost, which it trusts like TLS: Java's own handler never sends a
 * {@code Secure} cookie over plain HTTP. Kept per port, so that a mix-up of hosts would show.
 */
final class Cookies extends CookieHandler {

    private final Map<String, Map<String, String>> byAuthority = new ConcurrentHashMap<>();

    @Override
    public Map<String, List<String>> get(URI uri, Map<String, List<String>> requestHeaders) {
        String cookies = of(uri).entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return cookies.isEmpty() ? Map.of() : Map.of("Cookie", List.of(cookies));
    }

    @Override
    public void put(URI uri, Map<String, List<String>> responseHeaders) {
        responseHeaders.forEach((name, values) -> {
            if ("set-cookie".equalsIgnoreCase(name)) {
                values.forEach(value -> HttpCookie.parse("set-cookie:" + value).forEach(cookie -> keep(uri, cookie)));
            }
        });
    }

    private void keep(URI uri, HttpCookie cookie) {
        if (cookie.getMaxAge() == 0) {
            of(uri).remove(cookie.getName());
        } else {
            of(uri).put(cookie.getName(), cookie.getValue());
        }
    }

    private Map<String, String> of(URI uri) {
        return byAuthority.computeIfAbsent(uri.getAuthority(), any -> new ConcurrentHashMap<>());
    }
}
