package nl.etalage.content.asset;

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
import java.time.Clock;
import java.util.UUID;
import nl.etalage.conditionalupdate.EntityTag;
import nl.etalage.conditionalupdate.IfNoneMatch;
import nl.etalage.conditionalupdate.MergePatch;
import nl.etalage.content.Patched;
import nl.etalage.idempotency.Idempotent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.PartType;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Pictures, films, sounds and documents: upload and description. */
@Path("/api/v1/assets")
@Tag(name = "assets")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class AssetResource {

    private final AssetAccess allowed;
    private final UploadAsset upload;
    private final Patched patched;
    private final DescribeAsset describe;
    private final Clock clock;

    AssetResource(AssetAccess allowed, UploadAsset upload, Patched patched, DescribeAsset describe, Clock clock) {
        this.allowed = allowed;
        this.upload = upload;
        this.patched = patched;
        this.describe = describe;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Idempotent
    @Operation(
            summary = "Upload a picture, film, sound or document",
            description = "JPEG, PNG, WebP, GIF or MP4 up to 200 MiB, MP3 or M4A up to 100 MiB, PDF up to 50 MiB; films"
                    + " up to ten minutes, sound up to an hour. With shop it is that shop's own.")
    @APIResponse(
            responseCode = "201",
            description = "The file is stored.",
            content = @Content(schema = @Schema(implementation = AssetView.class)))
    public Response uploadAsset(
            @QueryParam("shop") String shop,
            @RestForm("file") FileUpload file,
            @RestForm @PartType(MediaType.APPLICATION_JSON) AssetMetadata metadata) {
        allowed.requireUploader(shop);
        if (file == null) {
            throw UploadRefused.EMPTY.because();
        }
        Asset asset = upload.upload(file.uploadedFile(), metadata, shop);
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/api/v1/assets/" + asset.id())
                .header(HttpHeaders.ETAG, EntityTag.of(asset.version()))
                .entity(AssetView.of(asset, clock.instant()))
                .build();
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Read the description of a picture or another file")
    @APIResponse(
            responseCode = "200",
            description = "The description.",
            content = @Content(schema = @Schema(implementation = AssetView.class)))
    public Response readAsset(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        Asset asset = allowed.requireReadable(id);
        String tag = EntityTag.of(asset.version());
        if (IfNoneMatch.matches(ifNoneMatch, tag)) {
            return Response.notModified().header(HttpHeaders.ETAG, tag).build();
        }
        return answer(asset);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Transactional
    @Operation(
            summary = "Describe a picture or another file",
            description =
                    "Alt text, credit, licence, source, consent, focal point, captions in one or more languages (WebVTT, or SRT,"
                            + " which is kept as WebVTT) and transcript.")
    @APIResponse(
            responseCode = "200",
            description = "The description as it is now.",
            content = @Content(schema = @Schema(implementation = AssetView.class)))
    public Response describeAsset(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = AssetMetadata.class))) JsonNode patch) {
        Asset asset = allowed.toChange(id, ifMatch);
        describe.describe(asset, patched.apply(asset.metadata(), patch, "", AssetMetadata.class));
        return answer(asset);
    }

    private Response answer(Asset asset) {
        return Response.ok(AssetView.of(asset, clock.instant()))
                .header(HttpHeaders.ETAG, EntityTag.of(asset.version()))
                .build();
    }
}
