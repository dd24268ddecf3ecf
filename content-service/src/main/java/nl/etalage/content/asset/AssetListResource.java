package nl.etalage.content.asset;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.etalage.content.Findings;
import nl.etalage.paging.Page;
import nl.etalage.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What pictures, films, sounds and documents there are, and which of them may soon be used no longer. */
@Path("/api/v1/assets")
@Tag(name = "assets")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class AssetListResource {

    private static final int MOST_DAYS = 366;

    private final AssetAccess allowed;
    private final AssetRepository assets;
    private final Clock clock;

    AssetListResource(AssetAccess allowed, AssetRepository assets, Clock clock) {
        this.allowed = allowed;
        this.assets = assets;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(
            summary = "List pictures and other files",
            description =
                    "Newest first: those of a shop, or the network's own. With ending those whose consent or licence"
                            + " ends within so many days, the first to end first.")
    public Page<AssetView> listAssets(
            @QueryParam("shop") String shop,
            @QueryParam("ending") @Parameter(description = "Days, 1 to 366", example = "30") Integer ending,
            @QueryParam("limit") Integer limit,
            @QueryParam("pageToken") String pageToken) {
        allowed.requireReader(shop);
        Instant now = clock.instant();
        if (ending == null) {
            PageRequest page = PageRequest.of(limit, pageToken, "assets|" + shop);
            return page.page(
                    assets.page(shop, page),
                    asset -> List.of(asset.id().toString()),
                    asset -> AssetView.of(asset, now));
        }
        Findings findings = new Findings();
        if (ending < 1 || ending > MOST_DAYS) {
            findings.add("#ending", "asset.ending", MOST_DAYS);
        }
        findings.refuse();
        PageRequest page = PageRequest.of(limit, pageToken, "assets|" + shop + "|" + ending);
        return page.page(
                assets.ending(shop, now, now.plus(Duration.ofDays(ending)), page),
                asset -> List.of(asset.end().at().toString(), asset.id().toString()),
                asset -> AssetView.of(asset, now));
    }
}
