package nl.etalage.content.asset;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.etalage.conditionalupdate.IfNoneMatch;
import nl.etalage.content.ContentProblem;
import nl.etalage.problem.HttpProblem;
import nl.etalage.rowsecurity.RowSecurity;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Pictures for everybody who knows the address, as long as they are in the library. */
@Path("/api/v1/media")
@Tag(name = "assets")
@PermitAll
@SecurityRequirementsSet
public class MediaResource {

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern FILE = Pattern.compile("([a-z0-9-]{1,20})\\.(jpg|png)");

    private final AssetRepository assets;
    private final MediaAddress addresses;
    private final MakeRendition make;
    private final RowSecurity rowSecurity;

    MediaResource(AssetRepository assets, MediaAddress addresses, MakeRendition make, RowSecurity rowSecurity) {
        this.assets = assets;
        this.addresses = addresses;
        this.make = make;
        this.rowSecurity = rowSecurity;
    }

    @GET
    @Path("/{key}/{file}")
    @Transactional
    @Operation(
            summary = "Get a picture",
            description = "Public while the picture is in the library; the first request of a form waits for it.")
    @APIResponse(
            responseCode = "200",
            description = "The picture.",
            content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response getMedia(
            @PathParam("key") String key,
            @PathParam("file") String file,
            @QueryParam("expires") Long expires,
            @QueryParam("signature") String signature,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        rowSecurity.enterAll();
        Asset asset = Optional.of(key)
                .filter(text -> KEY.matcher(text).matches())
                .flatMap(assets::ofMediaKey)
                .orElseThrow(HttpProblem.NOT_FOUND::because);
        Rendition rendition = rendition(asset, file);
        boolean everybody = assets.isPublic(key);
        if (!everybody && !addresses.signed(key, expires, signature)) {
            throw asset.published() ? ContentProblem.MEDIA_GONE.because() : HttpProblem.NOT_FOUND.because();
        }
        String tag = "\"" + asset.mediaKey().substring(0, 16) + "-" + rendition.word() + "\"";
        Response.ResponseBuilder answer = IfNoneMatch.matches(ifNoneMatch, tag)
                ? Response.notModified()
                : Response.ok(
                        make.of(asset, rendition).toFile(),
                        asset.file().picture().renditionType());
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, everybody ? "public, max-age=3600" : "private, no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static Rendition rendition(Asset asset, String file) {
        Matcher name = FILE.matcher(file);
        if (!name.matches() || !name.group(2).equals(asset.file().picture().extension())) {
            throw HttpProblem.NOT_FOUND.because();
        }
        return Rendition.of(name.group(1)).orElseThrow(HttpProblem.NOT_FOUND::because);
    }
}
