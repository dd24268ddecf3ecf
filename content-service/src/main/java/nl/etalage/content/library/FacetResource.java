package nl.etalage.content.library;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What there is to choose from in a shop's library. */
@Path("/api/v1/library/facets")
@Tag(name = "library")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class FacetResource {

    private final EnterLibrary enter;
    private final CountFacets count;

    FacetResource(EnterLibrary enter, CountFacets count) {
        this.enter = enter;
        this.count = count;
    }

    @GET
    @Transactional
    @Operation(
            summary = "Count a shop's library",
            description = "How many stories there are by type, function, audience, theme, season, locale and owner, of"
                    + " what is asked. Exact up to 1,000; beyond it shown says 1000+.")
    public LibraryFacets countLibrary(@BeanParam @Valid ShopQuery query) {
        return count.of(enter.toRead(query));
    }
}
