package nl.etalage.gateway.usage;

import java.time.Instant;
import java.util.List;

/** What shops-service is told: {@code POST /internal/integration-uses}. */
record UseReport(List<Item> items) {

    UseReport {
        items = List.copyOf(items);
    }

    /** An answer of 400 or more. */
    record Refusal(Instant at, int status, String problem) {}

    /** One machine's use since the report before; the last three are null when nothing was refused. */
    record Item(String clientId, Instant usedAt, Instant refusedAt, Integer status, String problem) {

        static Item of(String clientId, Instant usedAt, Refusal refusal) {
            return refusal == null
                    ? new Item(clientId, usedAt, null, null, null)
                    : new Item(clientId, usedAt, refusal.at(), refusal.status(), refusal.problem());
        }
    }
}
