package nl.etalage.content.theme;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import nl.etalage.conditionalupdate.EntityTag;
import nl.etalage.conditionalupdate.IfMatch;
import nl.etalage.content.access.CentralRole;
import nl.etalage.content.access.CurrentAccess;
import nl.etalage.idempotency.Idempotent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Two themes of the network's list that mean the same. */
@Path("/api/v1/themes/{key}/merge")
@Tag(name = "themes")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class MergeResource {

    private final CurrentAccess access;
    private final ThemeRepository themes;
    private final ThemeWords words;
    private final MergeThemes merge;

    MergeResource(CurrentAccess access, ThemeRepository themes, ThemeWords words, MergeThemes merge) {
        this.access = access;
        this.themes = themes;
        this.words = words;
        this.merge = merge;
    }

    @POST
    @Idempotent
    @Operation(
            summary = "Make a theme part of another",
            description = "The other takes over its names and synonyms as synonyms, and stories that have it have the"
                    + " other. Its key is understood from then on as the other's. This can't be undone.")
    @APIResponse(
            responseCode = "200",
            description = "The theme that stays.",
            content = @Content(schema = @Schema(implementation = ThemeView.class)))
    public Response mergeTheme(
            @PathParam("key") @Parameter(description = "Key of the theme") String key,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            ThemeMerge request) {
        access.get().requireCentral(CentralRole.EDITOR, CentralRole.ADMIN);
        words.begin();
        Theme gone = themes.requireForUpdate(key);
        IfMatch.require(ifMatch, gone.version());
        Theme stays = merge.merge(gone, request == null ? null : request.into());
        return Response.ok(ThemeView.of(stays))
                .header(HttpHeaders.ETAG, EntityTag.of(stays.version()))
                .build();
    }
}
