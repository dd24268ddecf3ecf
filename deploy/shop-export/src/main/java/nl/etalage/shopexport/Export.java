package nl.etalage.shopexport;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Takes everything of one shop along: {@code shop.json}, {@code content.json}, {@code delivery.json}, {@code files/} and
 * an {@code index.html} that says what is what; see docs/export.md. Exit code 0: all is there; 1: one sentence on
 * standard error says what is missing; 2: asked in a way it doesn't know.
 */
public final class Export {

    private static final String USAGE = "./deploy/export SHOP [FOLDER] takes everything of a shop along.";
    private static final String SHOP = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String shop;
    private final Path folder;
    private final String address;
    private final Gateway gateway;
    private final Clock clock;
    private final PrintStream out;
    private final JsonMapper json = new JsonMapper();

    Export(String shop, Path folder, String address, Gateway gateway, Clock clock, PrintStream out) {
        this.shop = shop;
        this.folder = folder;
        this.address = address;
        this.gateway = gateway;
        this.clock = clock;
        this.out = out;
    }

    public static void main(String[] arguments) {
        if (arguments.length < 1 || arguments.length > 2 || !arguments[0].matches(SHOP)) {
            System.err.println(USAGE);
            System.exit(2);
        }
        String shop = arguments[0];
        Path folder = Path.of(arguments.length == 2 ? arguments[1] : "export-" + shop);
        try {
            Settings settings = Settings.from(System.getenv(), shop);
            HttpClient http = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECTING)
                    .build();
            Clock clock = Clock.systemUTC();
            Gateway gateway = new Gateway(
                    settings.gateway(),
                    http,
                    new Credential(settings, http, clock),
                    clock,
                    pause -> TimeUnit.MILLISECONDS.sleep(pause.toMillis()),
                    PATIENCE);
            new Export(shop, folder, settings.gateway().toString(), gateway, clock, System.out).run();
        } catch (Failure failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    /**
     * Returns when everything is there.
     *
     * @throws Failure with one sentence on what is missing
     */
    void run() {
        Unfinished unfinished = new Unfinished(folder);
        Instant began = unfinished.open(shop, address, clock.instant());
        Inventory inventory = new Inventory();
        JoinPages join = new JoinPages(folder, new FetchFile(gateway, folder), inventory);
        try {
            for (Part part : Part.ALL) {
                fetch(part, unfinished);
            }
            for (Part part : Part.ALL) {
                join.join(part, shop, began, unfinished.of(part));
                out.printf("%s: %s%n", part.file(), inventory.kinds(part));
            }
            if (!inventory.kinds(Part.SHOP).containsKey("shop")) {
                throw new Failure("%s answers without the shop itself.".formatted(address));
            }
            new IndexPage(shop, address, began, inventory).write(folder);
            unfinished.done();
        } catch (IOException unusable) {
            throw new Failure("%s can't be written: %s".formatted(folder, unusable.getMessage()), unusable);
        }
        out.printf("Everything of %s is in %s: open %s%n", shop, folder, folder.resolve("index.html"));
    }

    /** Gets the pages of a part that aren't here yet. */
    private void fetch(Part part, Unfinished unfinished) throws IOException {
        try {
            fetchOn(part, unfinished);
        } catch (Gateway.PageGone gone) {
            unfinished.drop(part);
            try {
                fetchOn(part, unfinished);
            } catch (Gateway.PageGone again) {
                throw new Failure("The server doesn't know its own pages of %s.".formatted(part.file()), again);
            }
        }
    }

    private void fetchOn(Part part, Unfinished unfinished) throws IOException, Gateway.PageGone {
        List<Path> here = unfinished.of(part);
        int number = here.size();
        String token = here.isEmpty() ? null : next(Files.readAllBytes(here.get(number - 1)));
        if (number > 0 && token == null) {
            return;
        }
        do {
            byte[] page = gateway.read(part.address(shop)
                    + (token == null ? "" : "&pageToken=" + URLEncoder.encode(token, StandardCharsets.UTF_8)));
            token = next(page);
            number++;
            unfinished.keep(part, number, page);
        } while (token != null);
    }

    /** The token of the page after, or null. */
    private String next(byte[] page) {
        try {
            return json.readTree(page).path("nextPageToken").asText(null);
        } catch (IOException unreadable) {
            throw new Failure("%s answers with something else than an export.".formatted(address), unreadable);
        }
    }
}
