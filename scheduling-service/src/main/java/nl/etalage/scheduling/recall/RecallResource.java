package nl.etalage.scheduling.recall;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.etalage.paging.Page;
import nl.etalage.paging.PageRequest;
import nl.etalage.scheduling.access.Access;
import nl.etalage.scheduling.access.Permission;
import nl.etalage.scheduling.access.Standing;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Recall with proof: per story, or picture of a story, what was stopped, what is live and where, and how its removal stands. */
@Path("/api/v1/recalls")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Transactional
@Tag(name = "recalls")
public class RecallResource {

    private final Access access;
    private final ListRecalls recalls;

    RecallResource(Access access, ListRecalls recalls) {
        this.access = access;
        this.recalls = recalls;
    }

    @GET
    public Page<RecallView> listRecalls(
            @Parameter(description = "One shop; without it every shop you may see") @RestQuery String shop,
            @RestQuery UUID story,
            @RestQuery Integer limit,
            @RestQuery String pageToken) {
        Standing standing = access.toOversee();
        if (shop != null && !standing.central()) {
            standing.at(shop, Permission.READ);
        }
        PageRequest page = PageRequest.of(limit, pageToken, "recalls with pictures " + shop + " " + story);
        return page.page(
                recalls.list(new ListRecalls.Question(story, shop, standing.central()), page),
                recall -> List.of(
                        recall.at().toString(),
                        recall.story().toString(),
                        ListRecalls.picture(recall).toString()));
    }
}
