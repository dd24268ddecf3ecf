package nl.etalage.gateway.console;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;

/** What the console asks of scheduling-service. */
@RegisterClientHeaders
@RegisterRestClient(configKey = "scheduling")
@Path("/api/v1")
interface SchedulingClient {

    @GET
    @Path("/publications")
    Uni<Publications> publications(
            @HeaderParam("Authorization") String bearer,
            @RestQuery String shop,
            @RestQuery LocalDate from,
            @RestQuery LocalDate to,
            @RestQuery Integer limit);

    @GET
    @Path("/channels")
    Uni<Channels> channels(@HeaderParam("Authorization") String bearer, @RestQuery String shop);

    @GET
    @Path("/publications/{id}")
    Uni<Publication> publication(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id);

    @POST
    @Path("/publications/{id}/done")
    Uni<Publication> done(
            @HeaderParam("Authorization") String bearer,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            @PathParam("id") UUID id,
            Done done);

    /** A shop's publications in a period. */
    record Publications(List<Publication> items) {

        public Publications {
            items = items == null ? List.of() : List.copyOf(items);
        }
    }

    /** One message on one channel; {@code platform} is {@code assisted} where a person posts. */
    record Publication(
            UUID id,
            String shop,
            UUID channel,
            String platform,
            String text,
            List<Picture> assets,
            LocalDateTime localTime,
            String state,
            String permalink,
            long version) {

        /** Whether a person posts it by hand. */
        boolean assisted() {
            return "assisted".equals(platform);
        }

        public Publication {
            assets = assets == null ? List.of() : List.copyOf(assets);
        }
    }

    /** A picture as it goes out. */
    record Picture(String url, String altText, String credit, String mediaType) {}

    /** A shop's channels. */
    record Channels(List<Channel> items) {

        public Channels {
            items = items == null ? List.of() : List.copyOf(items);
        }
    }

    /** Where messages go; {@code account} is what the shop calls it. */
    record Channel(UUID id, String account) {}

    /**
     * What became of a message that a person posts by hand.
     *
     * @param again where it wasn't posted: when to be reminded, in the shop's own time; null for never
     */
    record Done(boolean posted, String permalink, String note, String again) {}
}
