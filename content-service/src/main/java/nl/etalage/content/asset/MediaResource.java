package nl.etalage.content.asset;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.File;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.jboss.resteasy.reactive.FilePart;

/** Files for everybody who knows the address, as long as they are in the library. */
@Path("/api/v1/media")
@Tag(name = "assets")
@PermitAll
@SecurityRequirementsSet
public class MediaResource {

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern FILE = Pattern.compile("([A-Za-z0-9-]{1,50})\\.([a-z0-9]{3,4})");

    private final AssetRepository assets;
    private final MediaAddress addresses;
    private final DeliverMedia deliver;
    private final RowSecurity rowSecurity;
    private final Clock clock;

    MediaResource(
            AssetRepository assets,
            MediaAddress addresses,
            DeliverMedia deliver,
            RowSecurity rowSecurity,
            Clock clock) {
        this.assets = assets;
        this.addresses = addresses;
        this.deliver = deliver;
        this.rowSecurity = rowSecurity;
        this.clock = clock;
    }

    /** An address with its signature, if it has one. */
    private record Address(String key, Long expires, String signature) {}

    @GET
    @Path("/{key}/{file}")
    @Transactional
    @Operation(
            summary = "Get a picture or another file",
            description =
                    "Public while it is in the library; the first request of a form waits for it. A part of it with"
                            + " Range.")
    @APIResponse(
            responseCode = "200",
            description = "The file.",
            content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "video/mp4", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "audio/mpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "audio/mp4", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "text/vtt", schema = @Schema(type = SchemaType.STRING))
            })
    public Response getMedia(
            @PathParam("key") String key,
            @PathParam("file") String file,
            @QueryParam("expires") Long expires,
            @QueryParam("signature") String signature,
            @BeanParam MediaConditions conditions) {
        rowSecurity.enterAll();
        Asset asset = Optional.of(key)
                .filter(text -> KEY.matcher(text).matches())
                .flatMap(assets::ofMediaKey)
                .orElseThrow(HttpProblem.NOT_FOUND::because);
        MediaForm form = form(asset, file);
        boolean everybody = open(asset, new Address(key, expires, signature));
        String tag = "\"" + asset.mediaKey().substring(0, 16) + "-" + form.word() + "\"";
        Response.ResponseBuilder answer = conditions.holds(tag)
                ? Response.notModified()
                : bytes(deliver.file(asset, form).toFile(), tag, conditions).type(form.mediaType());
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, everybody ? "public, max-age=3600" : "private, no-store")
                .header("Accept-Ranges", "bytes")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /** Whether everybody may see it; answers a problem to who may not at all. */
    private boolean open(Asset asset, Address address) {
        boolean everybody = assets.isPublic(address.key(), clock.instant());
        if (!everybody && !addresses.signed(address.key(), address.expires(), address.signature())) {
            throw asset.published() ? ContentProblem.MEDIA_GONE.because() : HttpProblem.NOT_FOUND.because();
        }
        return everybody;
    }

    private static Response.ResponseBuilder bytes(File file, String tag, MediaConditions conditions) {
        ByteRange range = conditions.part(tag, file.length());
        if (range == null) {
            // Of a File the framework gives a part by itself where there is a Range, without looking at If-Range.
            return Response.ok(new FilePart(file, 0, file.length()));
        }
        if (range.length() == 0) {
            throw ContentProblem.RANGE_NOT_SATISFIABLE.because().header("Content-Range", range.of(file.length()));
        }
        return Response.status(Response.Status.PARTIAL_CONTENT)
                .entity(new FilePart(file, range.from(), range.length()))
                .header("Content-Range", range.of(file.length()));
    }

    private static MediaForm form(Asset asset, String file) {
        Matcher name = FILE.matcher(file);
        if (!name.matches()) {
            throw HttpProblem.NOT_FOUND.because();
        }
        return MediaForm.of(asset, name.group(1))
                .filter(form -> form.extension().equals(name.group(2)))
                .orElseThrow(HttpProblem.NOT_FOUND::because);
    }
}
