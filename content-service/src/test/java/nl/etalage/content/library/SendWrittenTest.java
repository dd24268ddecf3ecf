package nl.etalage.content.library;

import static nl.etalage.content.Network.centralGroup;
import static nl.etalage.content.Network.machine;
import static nl.etalage.content.Network.newShop;
import static nl.etalage.content.Network.released;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.PooledByteBufAllocator;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.impl.VertxByteBufAllocator;
import org.junit.jupiter.api.Test;

/** Pages are written into memory that the collector doesn't look after. */
@QuarkusTest
class SendWrittenTest {

    private static final int STORIES = 25;

    private static long held() {
        return ((PooledByteBufAllocator) VertxByteBufAllocator.POOLED_ALLOCATOR)
                .metric()
                .usedDirectMemory();
    }

    @Test
    void thePagesThatWereSentHoldNoMemory() {
        centralGroup();
        String shop = newShop();
        String body = "Een lang verhaal over wie het maakte. ".repeat(400);
        for (int story = 0; story < STORIES; story++) {
            released("\"body\": \"%s\"".formatted(body));
        }
        long before = held();
        long sent = 0;
        // Another limit is another answer, so none of them is a kept one.
        for (int limit = STORIES; limit <= 55; limit++) {
            sent += machine(shop)
                    .get("/api/v1/library?shop={shop}&limit={limit}", shop, limit)
                    .then()
                    .statusCode(200)
                    .body("items[0]", notNullValue())
                    .extract()
                    .asByteArray()
                    .length;
        }
        long more = held() - before;
        assertTrue(sent > 15_000_000, sent + " bytes are too few to tell");
        assertTrue(more < sent / 2, more + " bytes are held after sending " + sent);
    }
}
