package nl.etalage.content.contribution;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.etalage.paging.Page;
import nl.etalage.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Stories that shops offer: how many there are, and what was said before. */
@Path("/api/v1/contributions")
@Tag(name = "contributions")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class ContributionOverviewResource {

    private final OpenContribution open;
    private final ContributionRepository contributions;
    private final EarlierTexts earlier;

    ContributionOverviewResource(OpenContribution open, ContributionRepository contributions, EarlierTexts earlier) {
        this.open = open;
        this.contributions = contributions;
        this.earlier = earlier;
    }

    @GET
    @Path("/count")
    @Transactional
    @Operation(
            summary = "Count what shops offered",
            description = "Exact up to 99. A shop's people name their shop; without one it is all, for the central"
                    + " group.")
    public ContributionCount countContributions(@BeanParam ContributionQuery query) {
        open.list(query.shop());
        return ContributionCount.of(contributions.count(query, ContributionCount.MOST + 1));
    }

    @GET
    @Path("/{id}/texts")
    @Transactional
    @Operation(
            summary = "List what a shop sent before",
            description = "The texts about which the central group asked something, newest first; the newest twenty"
                    + " are kept. For the shop's people and the central group.")
    public Page<EarlierTextView> listEarlierTexts(
            @PathParam("id") UUID id, @QueryParam("limit") Integer limit, @QueryParam("pageToken") String pageToken) {
        Contribution found = open.toRead(id);
        PageRequest page = PageRequest.of(limit, pageToken, "texts|" + id);
        return page.page(earlier.page(found.id(), page), one -> List.of(one.id().toString()), EarlierTextView::of);
    }
}
