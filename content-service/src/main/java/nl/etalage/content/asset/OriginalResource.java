package nl.etalage.content.asset;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import nl.etalage.content.access.OpenShop;
import nl.etalage.problem.HttpProblem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A shop's files as they were uploaded, for who exports the shop. */
@Path(OriginalResource.PATH)
@Tag(name = "exports")
@Authenticated
public class OriginalResource {

    /** Where the files of an export are. */
    static final String PATH = "/api/v1/exports/content/files";

    private final OpenShop open;
    private final AssetRepository assets;
    private final MediaStore store;

    OriginalResource(OpenShop open, AssetRepository assets, MediaStore store) {
        this.open = open;
        this.assets = assets;
        this.store = store;
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(
            summary = "Get a picture as it was uploaded",
            description = "One of the files an export names. To a manager of the shop and an admin.")
    @APIResponse(
            responseCode = "200",
            description = "The file.",
            content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/webp", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/gif", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "video/mp4", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "audio/mpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "audio/mp4", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response downloadOriginal(@PathParam("id") UUID id, @QueryParam("shop") String shop) {
        open.whole(shop);
        Asset asset = assets.ofShop(shop, id).orElseThrow(HttpProblem.NOT_FOUND::because);
        return Response.ok(
                        store.original(asset.file().sha256()).toFile(),
                        asset.file().format().mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + ExportedAssets.name(asset) + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
