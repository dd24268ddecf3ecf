package nl.etalage.systemtests;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much of a browser as signing in takes: cookies, redirects and one form. */
final class Browser {

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"", Pattern.CASE_INSENSITIVE);

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new Cookies())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    HttpResponse<String> open(String url) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url)).GET());
    }

    /** Opens the first link of a page whose address has this in it. */
    HttpResponse<String> follow(HttpResponse<String> page, String to) throws IOException, InterruptedException {
        Matcher link = Pattern.compile("<a[^>]*href=\"([^\"]*" + Pattern.quote(to) + "[^\"]*)\"")
                .matcher(page.body());
        if (!link.find()) {
            throw new AssertionError("No such link on the page: " + page.body());
        }
        return open(page.uri().resolve(link.group(1).replace("&amp;", "&")).toString());
    }

    /** Sends the first form of a page with these fields. */
    HttpResponse<String> submit(HttpResponse<String> page, Map<String, String> fields)
            throws IOException, InterruptedException {
        return submit(page, "", fields);
    }

    /** Sends the first form of a page that goes to an address with this in it. */
    HttpResponse<String> submit(HttpResponse<String> page, String to, Map<String, String> fields)
            throws IOException, InterruptedException {
        Matcher form = FORM.matcher(page.body());
        boolean found = form.find();
        while (found && !form.group(1).contains(to)) {
            found = form.find();
        }
        if (!found) {
            throw new AssertionError("No such form on the page: " + page.body());
        }
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(page.uri().resolve(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", page.uri().getScheme() + "://" + page.uri().getAuthority())
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(
                request.header("Accept-Language", "nl")
                        .header("Accept", "text/html, */*;q=0.8")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
