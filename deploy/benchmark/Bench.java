import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the benchmarks need beside the servers: an issuer, as files or answering, an item, a service that reads all and
 * one that never answers, neighbours of content-service, and callers who keep coming. Run from its source by {@code
 * ./gateway} and {@code ./library}.
 */
public final class Bench {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int ITEM_BYTES = 1500;

    /** How long a feed without events lets its follower wait. */
    private static final Duration QUIET = Duration.ofSeconds(5);

    /** How an item of the library begins, and where its page says how to go on. */
    private static final Pattern STORY = Pattern.compile("\\{\"id\":\"([0-9a-f-]{36})\",\"revision\":");

    private static final Pattern NEXT = Pattern.compile("\"nextPageToken\":\"([^\"]+)\"");
    private static final int WARM_PAGES = 300;

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "files" -> files(Path.of(arguments[1]), arguments[2]);
            case "neighbours" -> neighbours(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
            case "swallow" -> swallowing(Integer.parseInt(arguments[1]));
            case "silence" -> silence(Integer.parseInt(arguments[1]));
            case "callers" -> callers(URI.create(arguments[1]), arguments[2], Integer.parseInt(arguments[3]));
            case "walk" -> walk(arguments[1], Files.readString(Path.of(arguments[2])));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /**
     * Pages on from a library's first story to its last, and writes how many came, how many of them were different, in
     * how many pages, and the mean milliseconds of the first and of the last hundred.
     */
    private static void walk(String library, String token) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        Set<String> different = new HashSet<>();
        List<Long> took = new ArrayList<>();
        int came = 0;
        String next = "";
        boolean warm = false;
        while (next != null) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(library + "&limit=100" + next))
                    .header("Authorization", "Bearer " + token)
                    .build();
            long began = System.nanoTime();
            HttpResponse<String> page = client.send(request, HttpResponse.BodyHandlers.ofString());
            took.add(System.nanoTime() - began);
            if (page.statusCode() != 200) {
                throw new IllegalStateException(page.statusCode() + " " + page.body());
            }
            Matcher story = STORY.matcher(page.body());
            while (story.find()) {
                came++;
                different.add(story.group(1));
            }
            Matcher following = NEXT.matcher(page.body());
            next = following.find() ? "&pageToken=" + following.group(1) : null;
            if (!warm && (next == null || took.size() == WARM_PAGES)) {
                warm = true;
                came = 0;
                different.clear();
                took.clear();
                next = "";
            }
        }
        int few = Math.min(100, took.size());
        System.out.printf(
                Locale.ROOT,
                "%d %d %d %.1f %.1f%n",
                came,
                different.size(),
                took.size(),
                millis(took.subList(0, few)),
                millis(took.subList(took.size() - few, took.size())));
    }

    private static double millis(List<Long> took) {
        return took.stream().mapToLong(nanos -> nanos).average().orElse(0) / 1e6;
    }

    /** Writes key set, discovery, public key, token and item below a directory. */
    private static void files(Path directory, String issuer) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair keys = generator.generateKeyPair();
        Path realm = Files.createDirectories(directory.resolve("www/realms/etalage"));
        Files.createDirectories(realm.resolve(".well-known"));
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        Files.writeString(
                realm.resolve("certs"),
                """
                {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"benchmark","n":"%s","e":"%s"}]}"""
                        .formatted(unsigned(key.getModulus()), unsigned(key.getPublicExponent())));
        Files.writeString(
                realm.resolve(".well-known/openid-configuration"),
                """
                {"issuer":"%1$s","jwks_uri":"%1$s/certs","authorization_endpoint":"%1$s/auth",
                 "token_endpoint":"%1$s/token","end_session_endpoint":"%1$s/logout",
                 "response_types_supported":["code"],"subject_types_supported":["public"],
                 "id_token_signing_alg_values_supported":["RS256"]}"""
                        .formatted(issuer));
        Files.writeString(
                directory.resolve("public.pem"),
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");
        Files.writeString(directory.resolve("token"), token(keys, issuer, machine("webshop-zeist", "assortment:write")));
        Files.writeString(directory.resolve("www/item.json"), item());
        Files.writeString(directory.resolve("token-editor"), token(keys, issuer, "\"sub\":\"editor\",\"sid\":\"1\""));
        Files.writeString(directory.resolve("token-webshop"), token(keys, issuer, machine("webshop-winkel-0001", "")));
        Files.writeString(directory.resolve("token-service"), token(keys, issuer, machine("content-service", "events:read")));
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        return BASE64.encodeToString(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
    }

    private static String machine(String client, String scope) {
        return """
                "sub":"service-account-%1$s","client_id":"%1$s","azp":"%1$s","scope":"library:read %2$s\""""
                .formatted(client, scope);
    }

    private static String token(KeyPair keys, String issuer, String who) throws GeneralSecurityException {
        long now = Instant.now().getEpochSecond();
        String claims =
                """
                {"iss":"%s",%s,"aud":"etalage-api","iat":%d,"exp":%d,"jti":"benchmark"}"""
                        .formatted(issuer, who, now, now + Duration.ofHours(6).toSeconds());
        String signed = part("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"benchmark\"}") + "." + part(claims);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + BASE64.encodeToString(signature.sign());
    }

    private static String part(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String item() {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        while (text.length() < ITEM_BYTES - 100) {
            text.append((char) ('a' + random.nextInt(26))).append(random.nextInt(6) == 0 ? " " : "");
        }
        return "{\"slug\":\"zeist\",\"kind\":\"shop\",\"town\":\"Zeist\",\"timeZone\":\"Europe/Amsterdam\",\"text\":\""
                + text + "\"}";
    }

    /** An issuer that answers with the files above, and a shops-service in which nothing happens. */
    private static void neighbours(Path directory, int port) throws IOException, GeneralSecurityException {
        files(directory, "http://127.0.0.1:" + port + "/realms/etalage");
        String token = Files.readString(directory.resolve("token-service"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/realms", exchange -> {
            Path file = directory.resolve("www" + exchange.getRequestURI().getPath());
            answer(exchange, "application/json", Files.isRegularFile(file) ? Files.readString(file) : "{}");
        });
        server.createContext("/realms/etalage/token", exchange -> answer(
                exchange,
                "application/json",
                "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":21600}".formatted(token)));
        server.createContext("/events", exchange -> {
            pause(QUIET);
            answer(exchange, "application/cloudevents-batch+json", "[]");
        });
        server.createContext("/internal/merge-fields", exchange -> answer(
                exchange, "application/json", "{\"names\":[\"shop.name\",\"shop.town\",\"shop.website\",\"shop.openingHours\"]}"));
        server.start();
    }

    private static void answer(HttpExchange exchange, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static void pause(Duration time) throws IOException {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped", over);
        }
    }

    /** Reads whatever is sent to its end, and says so. */
    private static void swallowing(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            exchange.sendResponseHeaders(201, -1);
            exchange.close();
        });
        server.start();
    }

    /** Accepts every connection, reads, and never says a word. */
    private static void silence(int port) throws IOException {
        try (ServerSocket server = new ServerSocket(port, 1024, InetAddress.getLoopbackAddress())) {
            while (true) {
                Socket socket = server.accept();
                Thread reader = new Thread(() -> swallow(socket), "silent");
                reader.setDaemon(true);
                reader.start();
            }
        }
    }

    private static void swallow(Socket socket) {
        try (socket; InputStream in = socket.getInputStream()) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException gone) {
            Thread.currentThread().interrupt();
        }
    }

    /** So many callers, each asking again 50 ms after an answer, whatever it was; until killed. */
    private static void callers(URI uri, String token, int number) throws InterruptedException {
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest request = HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token).build();
        List<Thread> callers = new ArrayList<>();
        for (int caller = 0; caller < number; caller++) {
            Thread thread = new Thread(() -> callForEver(client, request), "caller");
            thread.start();
            callers.add(thread);
        }
        for (Thread thread : callers) {
            thread.join();
        }
    }

    private static void callForEver(HttpClient client, HttpRequest request) {
        try {
            while (true) {
                try {
                    client.send(request, HttpResponse.BodyHandlers.discarding());
                } catch (IOException refused) {
                    System.err.println(refused.getMessage());
                }
                Thread.sleep(50);
            }
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
        }
    }
}
