package nl.etalage.gateway.console.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The network's list of themes, at content-service. */
@RegisterClientHeaders
@RegisterRestClient(configKey = "content")
@Path("/api/v1/themes")
interface ThemeClient {

    @GET
    Uni<Themes> list(
            @HeaderParam("Authorization") String bearer,
            @QueryParam("limit") int limit,
            @QueryParam("pageToken") String pageToken);

    @POST
    Uni<JsonNode> create(
            @HeaderParam("Authorization") String bearer, @HeaderParam("Idempotency-Key") String key, JsonNode theme);

    @GET
    @Path("/{key}")
    Uni<Theme> read(@HeaderParam("Authorization") String bearer, @PathParam("key") String key);

    /** @param patch a merge patch as text */
    @PATCH
    @Path("/{key}")
    @Consumes(StoryClient.MERGE_PATCH)
    Uni<JsonNode> edit(
            @HeaderParam("Authorization") String bearer,
            @HeaderParam("If-Match") String version,
            @PathParam("key") String key,
            String patch);

    /** @param into of the theme that stays */
    @POST
    @Path("/{key}/merge")
    Uni<JsonNode> merge(
            @HeaderParam("Authorization") String bearer,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @PathParam("key") String key,
            Into into);

    /** Key of the theme that another becomes part of. */
    record Into(String into) {}

    /** A page of themes; {@code nextPageToken} is null on the last. */
    record Themes(List<Theme> items, String nextPageToken) {

        public Themes {
            items = items == null ? List.of() : List.copyOf(items);
        }
    }

    /** A theme; {@code state} is {@code active} or {@code retired}. */
    record Theme(String key, Name name, List<String> synonyms, String state, long version) {

        public Theme {
            synonyms = synonyms == null ? List.of() : List.copyOf(synonyms);
        }

        String called(Locale locale) {
            return name.en() != null && Locale.ENGLISH.getLanguage().equals(locale.getLanguage())
                    ? name.en()
                    : name.nl();
        }

        boolean active() {
            return "active".equals(state);
        }
    }

    /** What a theme is called; {@code en} is null where the Dutch name does for both. */
    record Name(String nl, String en) {}
}
