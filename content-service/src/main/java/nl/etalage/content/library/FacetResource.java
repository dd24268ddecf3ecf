package nl.etalage.content.library;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import nl.etalage.problem.Sentences;
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
    private final NameFacets names;

    FacetResource(EnterLibrary enter, CountFacets count, NameFacets names) {
        this.enter = enter;
        this.count = count;
        this.names = names;
    }

    @GET
    @Transactional
    @Operation(
            summary = "Count a shop's library",
            description = "How many stories there are by type, function, audience, theme, season, product, locale and"
                    + " owner, of what is asked: of each at most the 50 commonest. Exact up to 1,000; beyond it shown"
                    + " says 1000+. Products are those of the newest 60,000 stories of what is asked.")
    public LibraryFacets countLibrary(@BeanParam @Valid ShopQuery query, @Context HttpHeaders headers) {
        Sentences language = Sentences.forHeader(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        LibraryPull pull = enter.toRead(query);
        return names.in(language, pull, count.of(pull));
    }
}
