package nl.etalage.content.rendering;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import nl.etalage.content.adaptation.Adaptation;
import nl.etalage.content.adaptation.OpenAdaptation;
import nl.etalage.content.limits.ShopLimits;
import nl.etalage.problem.Sentences;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a platform will get. */
@Path("/api/v1/adaptations/{id}/rendering")
@Tag(name = "adaptations")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class RenderingResource {

    private final OpenAdaptation open;
    private final RenderAdaptation render;
    private final ShopLimits limits;

    RenderingResource(OpenAdaptation open, RenderAdaptation render, ShopLimits limits) {
        this.open = open;
        this.render = render;
        this.limits = limits;
    }

    @GET
    @Transactional
    @Operation(
            summary = "See an adaptation as a platform will get it",
            description = "Merge fields filled, length and pictures checked. What stands in the way is in problems; the"
                    + " answer is 200 all the same.")
    public RenderingView renderAdaptation(
            @PathParam("id") UUID id, @BeanParam RenderRequest request, @Context HttpHeaders headers) {
        request.refuseUnfit();
        Sentences sentences = Sentences.forHeader(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        Adaptation adaptation = open.toRead(id);
        limits.countRendering(adaptation.shop());
        return render.render(adaptation, request, sentences);
    }
}
