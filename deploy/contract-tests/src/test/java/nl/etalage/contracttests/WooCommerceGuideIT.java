package nl.etalage.contracttests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plug-in that the guide gives to webshops, run as it stands there by PHP itself. */
class WooCommerceGuideIT {

    private static final Path GUIDES = Path.of("..", "..", "docs", "guides");

    /** As much of WordPress and WooCommerce as the plug-in uses; its page is what the action writes. */
    private static final String WORDPRESS =
            """
            <?php
            define('ETALAGE_URL', '%1$s');
            define('ETALAGE_TOKEN_URL', '%1$s/token');
            define('ETALAGE_SHOP', 'zeist');
            define('ETALAGE_CLIENT', 'webshop-zeist');
            define('ETALAGE_SECRET', 'geheim & zo');
            $transients = [];
            $page = null;
            function get_transient($name) { global $transients; return $transients[$name] ?? false; }
            function set_transient($name, $value, $seconds) { global $transients; $transients[$name] = $value; }
            function add_action($when, $what) { global $page; $page = $what; }
            function wordpress_http($url, $method, $headers, $body) {
                $lines = '';
                foreach ($headers as $name => $value) { $lines .= "$name: $value\\r\\n"; }
                $options = ['method' => $method, 'header' => $lines, 'content' => $body, 'ignore_errors' => true];
                $text = @file_get_contents($url, false, stream_context_create(['http' => $options]));
                return ['body' => $text, 'code' => (int) substr($http_response_header[0] ?? 'HTTP/1.1 000', 9, 3)];
            }
            function wp_remote_get($url, $with) { return wordpress_http($url, 'GET', $with['headers'], ''); }
            function wp_remote_post($url, $with) {
                $type = ['Content-Type' => 'application/x-www-form-urlencoded'];
                return wordpress_http($url, 'POST', $type, http_build_query($with['body']));
            }
            function wp_remote_retrieve_response_code($answer) { return $answer['code']; }
            function wp_remote_retrieve_body($answer) { return $answer['body']; }
            class Product {
                function get_sku() { return 'K 250'; }
                function get_global_unique_id() { return '%2$s'; }
            }
            error_reporting(E_ALL);
            set_error_handler(function ($level, $message) { echo "PHP: $message"; });
            require __DIR__ . '/plugin.php';
            $product = new Product();
            $page();
            $page();
            """;

    private static final String STORY =
            """
            {"items": [{"id": "x", "title": "Koffie <uit> Huila", "bodyHtml": "<p>Zij <strong>plukken</strong>.</p>",
              "match": "maker", "pictures": [{"altText": "Een \\"vrouw\\" plukt", "sizes": [
                {"name": "web-480", "url": "https://etalage.example/a.jpg?b=1&c=2", "width": 480, "height": 320}]}]}]}""";

    @TempDir
    Path directory;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer network;
    private volatile int status = 200;
    private volatile String bySku = STORY;

    @BeforeEach
    void theNetwork() throws IOException {
        network = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        network.createContext("/", this::answer);
        network.start();
    }

    @AfterEach
    void close() {
        network.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String url = exchange.getRequestURI().toString();
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        asked.add(exchange.getRequestMethod() + " " + url + " " + body + " "
                + exchange.getRequestHeaders().getFirst("Authorization"));
        String answer = "{\"items\": []}";
        if (url.equals("/token")) {
            answer = "{\"access_token\": \"sleutel\", \"expires_in\": 300}";
        } else if (url.contains("sku=")) {
            answer = bySku;
        }
        byte[] bytes = answer.getBytes(UTF_8);
        exchange.sendResponseHeaders(url.equals("/token") ? 200 : status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String snippet(String language) throws IOException {
        String guide = Files.readString(GUIDES.resolve("woocommerce." + language + ".md"));
        String rest = guide.substring(guide.indexOf("```php\n") + "```php\n".length());
        return rest.substring(0, rest.indexOf("```"));
    }

    /** What stands in the page of a product that is shown twice. */
    private String page(String language, String gtin) throws IOException, InterruptedException {
        requirePhp();
        String url = "http://127.0.0.1:" + network.getAddress().getPort();
        Files.writeString(directory.resolve("plugin.php"), snippet(language));
        Path script = Files.writeString(directory.resolve("page.php"), WORDPRESS.formatted(url, gtin));
        Process php = new ProcessBuilder("php", script.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(php.getInputStream().readAllBytes(), UTF_8);
        assertEquals(0, php.waitFor(), output);
        return output;
    }

    /** Skips where PHP isn't there; with {@code CI=true} that is a failure. */
    private static void requirePhp() throws InterruptedException {
        boolean there;
        try {
            there = new ProcessBuilder("php", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            there = false;
        }
        String missing = "php is not installed: install Debian's php-cli";
        if (!there && "true".equals(System.getenv("CI"))) {
            throw new AssertionError(missing + "; in CI nothing may be skipped");
        }
        Assumptions.assumeTrue(there, "Skipped: " + missing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void aProductWithoutABarcodeShowsItsStory(String language) throws IOException, InterruptedException {
        String once = "<section class=\"etalage-story\"><h2>Koffie &lt;uit&gt; Huila</h2><img loading=\"lazy\""
                + " src=\"https://etalage.example/a.jpg?b=1&amp;c=2\" alt=\"Een &quot;vrouw&quot; plukt\">"
                + "<p>Zij <strong>plukken</strong>.</p></section>";

        assertEquals(once + once, page(language, ""));

        assertEquals(
                List.of(
                        "POST /token grant_type=client_credentials&client_id=webshop-zeist&client_secret=geheim+%26+zo"
                                + " null",
                        "GET /api/v1/library/products?shop=zeist&limit=1&sku=K+250  Bearer sleutel"),
                asked,
                "the second time from the webshop's own cache");
    }

    @Test
    void aBarcodeIsAskedFirstAndThenTheSku() throws IOException, InterruptedException {
        assertTrue(page("nl", "8712345678906").contains("Huila"));
        assertTrue(asked.get(1).contains("gtin=8712345678906"), asked.toString());
        assertTrue(asked.get(2).contains("sku=K+250"), asked.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 422, 429, 500})
    void withoutAnAnswerThePageSimplyHasNoStory(int refused) throws IOException, InterruptedException {
        status = refused;
        assertEquals("", page("nl", "8712345678906"));
    }

    @Test
    void anAnswerThatIsNoneIsNoFault() throws IOException, InterruptedException {
        bySku = "<html>";
        assertEquals("", page("en", ""));
    }

    @Test
    void bothGuidesGiveTheSamePlugIn() throws IOException {
        assertEquals(snippet("nl"), snippet("en"));
        assertFalse(snippet("nl").isBlank());
    }
}
