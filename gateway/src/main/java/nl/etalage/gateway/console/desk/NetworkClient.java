package nl.etalage.gateway.console.desk;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What the editor's desk asks of shops-service: who works there, and what a story can name. */
@RegisterClientHeaders
@RegisterRestClient(configKey = "shops")
@Path("/api/v1")
interface NetworkClient {

    @GET
    @Path("/me")
    Uni<Me> me(@HeaderParam("Authorization") String bearer);

    @GET
    @Path("/central/members")
    Uni<Members> members(@HeaderParam("Authorization") String bearer, @QueryParam("limit") int limit);

    @GET
    @Path("/groups")
    Uni<Groups> groups(@HeaderParam("Authorization") String bearer, @QueryParam("limit") int limit);

    @GET
    @Path("/merge-fields")
    Uni<MergeFields> mergeFields(@HeaderParam("Authorization") String bearer, @QueryParam("limit") int limit);

    @GET
    @Path("/shops")
    Uni<Shops> shops(
            @HeaderParam("Authorization") String bearer,
            @QueryParam("q") String words,
            @QueryParam("limit") int limit,
            @QueryParam("pageToken") String pageToken);

    @GET
    @Path("/shops/{slug}")
    Uni<Shop> shop(@HeaderParam("Authorization") String bearer, @PathParam("slug") String slug);

    /** @param central null for who has no part in the central group */
    record Me(CentralPart central, List<ShopPart> shops) {

        public Me {
            shops = shops == null ? List.of() : List.copyOf(shops);
        }
    }

    /** A part in one shop; {@code role} is {@code manager}, {@code publisher}, {@code contributor} or {@code webmaster}. */
    record ShopPart(String slug, String name, String role) {}

    /** A part in the central group; {@code role} is {@code editor}, {@code coach} or {@code admin}. */
    record CentralPart(UUID member, String role) {}

    /** Members of the central group. */
    record Members(List<Member> items) {

        public Members {
            items = items == null ? List.of() : List.copyOf(items);
        }
    }

    /** A member by name. */
    record Member(UUID id, String name) {}

    /** Groups of shops. */
    record Groups(List<Group> items) {

        public Groups {
            items = items == null ? List.of() : List.copyOf(items);
        }
    }

    /** A group of shops. */
    record Group(String slug, String name) {}

    /** What may stand between double braces. */
    record MergeFields(List<MergeField> items) {

        public MergeFields {
            items = items == null ? List.of() : List.copyOf(items);
        }
    }

    /** A merge field, with what it is in the reader's language. */
    record MergeField(String name, String description) {

        /** As it stands in a text. */
        public String written() {
            return "{{" + name + "}}";
        }
    }

    /** Shops that were found. */
    record Shops(List<Shop> items, String nextPageToken) {

        public Shops {
            items = items == null ? List.of() : List.copyOf(items);
        }
    }

    /** A shop by name. */
    record Shop(String slug, String name, String town) {}
}
