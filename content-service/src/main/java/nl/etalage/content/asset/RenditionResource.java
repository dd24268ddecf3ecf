package nl.etalage.content.asset;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import nl.etalage.problem.HttpProblem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The forms of a picture, and other files, for who may see them. */
@Path("/api/v1/assets/{id}/renditions")
@Tag(name = "assets")
@Authenticated
public class RenditionResource {

    private final AssetAccess allowed;
    private final AssetRepository assets;
    private final MediaAddress addresses;
    private final Clock clock;

    RenditionResource(AssetAccess allowed, AssetRepository assets, MediaAddress addresses, Clock clock) {
        this.allowed = allowed;
        this.assets = assets;
        this.addresses = addresses;
        this.clock = clock;
    }

    @GET
    @Path("/{name}")
    @Transactional
    @Operation(
            summary = "See a picture in a form, or another file",
            description =
                    "Redirects to its address under /media; one that is not public works for ten minutes. What is no"
                            + " picture has the form file, and captions where it has any.")
    @APIResponse(responseCode = "302", description = "Where the file is.")
    public Response seeRendition(@PathParam("id") UUID id, @PathParam("name") String name) {
        Asset asset = allowed.requireReadable(id);
        MediaForm form = MediaForm.of(asset, name).orElseThrow(HttpProblem.NOT_FOUND::because);
        String place = assets.isPublic(asset.mediaKey(), clock.instant())
                ? addresses.path(asset, form)
                : addresses.signedPath(asset, form);
        return Response.status(Response.Status.FOUND)
                .header(HttpHeaders.LOCATION, place)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}
