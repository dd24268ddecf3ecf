package nl.etalage.systemtests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.etalage.systemtests.fuzz.Fuzz;
import nl.etalage.systemtests.fuzz.Heap;
import nl.etalage.systemtests.fuzz.Tally;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever anybody sends, no answer breaks, tells of our innards or stays in memory. Last: it leaves nothing whole. */
@ExtendWith(RunningEtalage.class)
@Order(Integer.MAX_VALUE)
class FuzzIT {

    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 2_000);
    private static final long SEED = Long.getLong("fuzz.seed", 20261122L);
    private static final Path REPORT = Path.of("target", "fuzz");

    /** A short run says nothing of memory: code is still being compiled and caches fill. */
    private static final int ENOUGH_FOR_MEMORY = 10_000;

    /** What caches with a bound may take between a quarter of the run and its end. */
    private static final long GROWTH_BYTES = 12_000_000;

    private static final List<String> JAVA =
            List.of("gateway", "shops-service", "content-service", "scheduling-service");

    private final Etalage etalage;

    FuzzIT(Etalage etalage) {
        this.etalage = etalage;
    }

    @Test
    void whateverAnybodySendsNothingBreaksShowsOrStays() throws IOException, InterruptedException {
        Fuzz fuzz = new Fuzz(URI.create(etalage.gateway()), etalage::token, etalage.innerPorts(), REPORT);
        fuzz.run(SEED, 0, REQUESTS / 4);
        Map<String, Heap> quarter = heaps();
        Tally tally = fuzz.run(SEED, REQUESTS / 4, REQUESTS);
        Map<String, Heap> end = heaps();

        String table = table(tally, quarter, end);
        Files.createDirectories(REPORT);
        Files.writeString(REPORT.resolve("fuzz.md"), table);
        Files.writeString(REPORT.resolve("faults.txt"), tally.faults());
        System.out.println(table);
        assertEquals("", tally.faults());
        assertEquals(REQUESTS, tally.answers());
        assertTrue(tally.statuses().getOrDefault(200, 0) > REQUESTS / 20, "Hardly anything got through: " + table);
        if (REQUESTS >= ENOUGH_FOR_MEMORY) {
            end.forEach((part, heap) -> assertTrue(
                    heap.live() < quarter.get(part).live() + GROWTH_BYTES,
                    part + " keeps what it was sent:\n" + table));
        }
    }

    private Map<String, Heap> heaps() {
        Map<String, Heap> heaps = new LinkedHashMap<>();
        JAVA.forEach(part -> heaps.put(part, Heap.of(etalage.pid(part))));
        return heaps;
    }

    private static String table(Tally tally, Map<String, Heap> quarter, Map<String, Heap> end) {
        StringBuilder table = new StringBuilder("Seed %d, %d requests, %.1f MB answered, %d turned away with 503.%n%n"
                .formatted(SEED, tally.answers(), tally.bytes() / 1e6, tally.shed()));
        table.append("| status | answers |\n|---|---|\n");
        new TreeMap<>(tally.statuses())
                .forEach((status, times) -> table.append("| %d | %d |%n".formatted(status, times)));
        table.append(
                "\n| | alive at a quarter, MB | alive at the end, MB | resident at a quarter, MB | at the end |\n");
        table.append("|---|---|---|---|---|\n");
        end.forEach((part, heap) -> table.append("| %s | %.1f | %.1f | %.0f | %.0f |%n"
                .formatted(
                        part,
                        quarter.get(part).liveMegabytes(),
                        heap.liveMegabytes(),
                        quarter.get(part).residentMegabytes(),
                        heap.residentMegabytes())));
        return table.toString();
    }
}
