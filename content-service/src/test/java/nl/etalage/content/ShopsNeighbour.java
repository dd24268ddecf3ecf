package nl.etalage.content;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import nl.etalage.testing.FakeNeighbour;

/** shops-service as this service sees it: a feed and two addresses. */
public final class ShopsNeighbour implements QuarkusTestResourceLifecycleManager {

    private static FakeNeighbour neighbour;

    @Override
    public Map<String, String> start() {
        neighbour = FakeNeighbour.start();
        neighbour.feed("/events");
        neighbour.answer(
                "GET",
                "/internal/merge-fields",
                200,
                """
                {"names": ["shop.name", "shop.town", "shop.website", "shop.openingHours", "shop.phone"]}""");
        return Map.of("etalage.shops-url", neighbour.url().toString());
    }

    @Override
    public void stop() {
        neighbour.close();
    }

    /** The neighbour, to append to its feed and to see what was asked. */
    public static FakeNeighbour get() {
        return neighbour;
    }
}
