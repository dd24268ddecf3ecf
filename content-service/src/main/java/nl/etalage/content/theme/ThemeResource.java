package nl.etalage.content.theme;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import nl.etalage.conditionalupdate.EntityTag;
import nl.etalage.conditionalupdate.IfMatch;
import nl.etalage.conditionalupdate.IfNoneMatch;
import nl.etalage.conditionalupdate.MergePatch;
import nl.etalage.content.Findings;
import nl.etalage.content.Patched;
import nl.etalage.content.access.CentralRole;
import nl.etalage.content.access.CurrentAccess;
import nl.etalage.content.access.Scope;
import nl.etalage.idempotency.Idempotent;
import nl.etalage.paging.Page;
import nl.etalage.paging.PageRequest;
import nl.etalage.problem.HttpProblem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The network's list of themes: the central group keeps it, everybody who takes part reads it. */
@Path("/api/v1/themes")
@Tag(name = "themes")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class ThemeResource {

    private final CurrentAccess access;
    private final ThemeRepository themes;
    private final ThemeWords words;
    private final WriteTheme write;
    private final Patched patched;

    ThemeResource(CurrentAccess access, ThemeRepository themes, ThemeWords words, WriteTheme write, Patched patched) {
        this.access = access;
        this.themes = themes;
        this.words = words;
        this.write = write;
        this.patched = patched;
    }

    @GET
    @Transactional
    @Operation(summary = "List themes", description = "By key, for everybody who takes part in the network.")
    public Page<ThemeView> listThemes(
            @QueryParam("state") @Parameter(description = "active or retired") String state,
            @QueryParam("limit") Integer limit,
            @QueryParam("pageToken") String pageToken) {
        access.get().requireMember(Scope.LIBRARY_READ);
        PageRequest page = PageRequest.of(limit, pageToken, "themes|" + state);
        return page.page(themes.page(state(state), page), theme -> List.of(theme.key()), ThemeView::of);
    }

    @POST
    @Idempotent
    @Operation(
            summary = "Add a theme",
            description = "Its names and synonyms are words of no other theme, retired ones included.")
    @APIResponse(
            responseCode = "201",
            description = "The theme.",
            content = @Content(schema = @Schema(implementation = ThemeView.class)))
    public Response createTheme(NewTheme theme) {
        access.get().requireCentral(CentralRole.EDITOR, CentralRole.ADMIN);
        if (theme == null) {
            throw HttpProblem.MALFORMED_JSON.because();
        }
        Theme created = write.create(theme);
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/api/v1/themes/" + created.key())
                .header(HttpHeaders.ETAG, EntityTag.of(created.version()))
                .entity(ThemeView.of(created))
                .build();
    }

    @GET
    @Path("/{key}")
    @Transactional
    @Operation(summary = "Read a theme", description = "By the key of one that became part of another, that other one.")
    @APIResponse(
            responseCode = "200",
            description = "The theme.",
            content = @Content(schema = @Schema(implementation = ThemeView.class)))
    public Response readTheme(
            @PathParam("key") @Parameter(description = "Key of the theme") String key,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        access.get().requireMember(Scope.LIBRARY_READ);
        Theme theme = themes.require(words.now(key).orElse(key));
        String tag = EntityTag.of(theme.version());
        return IfNoneMatch.matches(ifNoneMatch, tag)
                ? Response.notModified().header(HttpHeaders.ETAG, tag).build()
                : answer(theme);
    }

    @PATCH
    @Path("/{key}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Transactional
    @Operation(
            summary = "Change or retire a theme",
            description = "Its key stays. A retired theme stays with the stories that have it; no other story gets it.")
    @APIResponse(
            responseCode = "200",
            description = "The theme as it is now.",
            content = @Content(schema = @Schema(implementation = ThemeView.class)))
    public Response editTheme(
            @PathParam("key") @Parameter(description = "Key of the theme") String key,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = ThemeContent.class))) JsonNode patch) {
        access.get().requireCentral(CentralRole.EDITOR, CentralRole.ADMIN);
        words.begin();
        Theme theme = themes.requireForUpdate(key);
        IfMatch.require(ifMatch, theme.version());
        write.edit(theme, patched.apply(theme.content(), patch, "", ThemeContent.class));
        return answer(theme);
    }

    private static Response answer(Theme theme) {
        return Response.ok(ThemeView.of(theme))
                .header(HttpHeaders.ETAG, EntityTag.of(theme.version()))
                .build();
    }

    private static ThemeState state(String word) {
        if (word == null) {
            return null;
        }
        Findings findings = new Findings();
        for (ThemeState state : ThemeState.values()) {
            if (state.name().toLowerCase(java.util.Locale.ROOT).equals(word)) {
                return state;
            }
        }
        findings.add("#state", "choice");
        throw findings.refusal();
    }
}
