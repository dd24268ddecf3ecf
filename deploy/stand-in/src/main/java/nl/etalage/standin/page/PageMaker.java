package nl.etalage.standin.page;

import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.Optional;
import nl.etalage.standin.html.Html;

/** Makes one kind of page. Runs on a worker thread and may block. */
@FunctionalInterface
interface PageMaker {
    /**
     * @return nothing when there is no such page
     * @throws IOException when the disk fails
     */
    Optional<Html> make(RoutingContext context) throws IOException;
}
