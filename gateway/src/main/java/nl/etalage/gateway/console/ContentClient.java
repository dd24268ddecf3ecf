package nl.etalage.gateway.console;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;

/** What the console asks of content-service. */
@RegisterClientHeaders
@RegisterRestClient(configKey = "content")
@Path("/api/v1")
interface ContentClient {

    @GET
    @Path("/library")
    Uni<Library> library(@HeaderParam("Authorization") String bearer, @RestQuery String shop, @RestQuery Integer limit);

    /** The newest stories a shop may use. */
    record Library(List<Item> items) {

        public Library {
            items = items == null ? List.of() : List.copyOf(items);
        }
    }

    /** One story, filled in for the shop. */
    record Item(UUID id, String type, String title, String summary) {}
}
