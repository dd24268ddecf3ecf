package nl.etalage.gateway.console;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What the console asks of shops-service. */
@RegisterClientHeaders
@RegisterRestClient(configKey = "shops")
@Path("/api/v1")
interface ShopsClient {

    @GET
    @Path("/me")
    Uni<Me> me(@HeaderParam("Authorization") String bearer);

    /**
     * The signed-in person.
     *
     * @param name how the identity provider calls them; null when it doesn't say
     * @param central their part in the central group; null without
     */
    record Me(String name, CentralPart central, List<ShopPart> shops) {

        public Me {
            shops = shops == null ? List.of() : List.copyOf(shops);
        }
    }

    /** A part in the central group: {@code editor}, {@code coach} or {@code admin}. */
    record CentralPart(String role) {}

    /** A part in one shop; {@code role} is {@code manager}, {@code publisher}, {@code contributor} or {@code webmaster}. */
    record ShopPart(String slug, String name, String role) {}
}
