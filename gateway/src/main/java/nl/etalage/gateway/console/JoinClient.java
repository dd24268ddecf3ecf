package nl.etalage.gateway.console;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What the console asks of shops-service for who holds a mailed link. */
@RegisterClientHeaders
@RegisterRestClient(configKey = "shops")
@Path("/api/v1")
interface JoinClient {

    @GET
    @Path("/join/{token}")
    Uni<Question> question(@PathParam("token") String token);

    @POST
    @Path("/join/{token}")
    Uni<Question> answer(@PathParam("token") String token, Reply reply);

    @GET
    @Path("/member-invitations/{token}")
    Uni<Offer> offer(@PathParam("token") String token);

    @POST
    @Path("/me/memberships")
    Uni<Void> accept(@HeaderParam("Authorization") String bearer, Acceptance acceptance);

    /**
     * The question whether a shop joins.
     *
     * @param questions mail address where a shop can ask something first; null without
     * @param answer {@code yes}, {@code later} or {@code no}; null before the first
     * @param settled whether the shop has a manager, who decides from here on
     */
    record Question(
            String network,
            String questions,
            String shop,
            List<OpeningTime> openingHours,
            String answer,
            boolean settled) {

        public Question {
            openingHours = openingHours == null ? List.of() : List.copyOf(openingHours);
        }
    }

    /** One stretch in which a shop is open; times as {@code 10:00}. */
    record OpeningTime(String day, String opens, String closes) {}

    /** A shop's answer; name and hours only with yes, null otherwise. */
    record Reply(String answer, String name, List<OpeningTime> openingHours) {}

    /**
     * What an invitation to become a member offers.
     *
     * @param shop name of the shop; null for the central group
     */
    record Offer(String network, String shop, String role) {}

    /** Taking up such an offer. */
    record Acceptance(String token) {}
}
