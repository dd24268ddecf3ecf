package nl.etalage.content.asset;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
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
    private final MediaAddress addresses;

    RenditionResource(AssetAccess allowed, MediaAddress addresses) {
        this.allowed = allowed;
        this.addresses = addresses;
    }

    @GET
    @Path("/{name}")
    @Transactional
    @Operation(
            summary = "See a picture in a form, or another file",
            description =
                    "Redirects to its address under /media; one that is not public works for ten minutes. What is no"
                            + " picture has the form file, and captions where it has any, and captions-en for those in English.")
    @APIResponse(responseCode = "302", description = "Where the file is.")
    public Response seeRendition(@PathParam("id") UUID id, @PathParam("name") String name) {
        Asset asset = allowed.requireReadable(id);
        String place = addresses.place(asset, name).orElseThrow(HttpProblem.NOT_FOUND::because);
        return Response.status(Response.Status.FOUND)
                .header(HttpHeaders.LOCATION, place)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}
