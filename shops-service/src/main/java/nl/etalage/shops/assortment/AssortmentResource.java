package nl.etalage.shops.assortment;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import nl.etalage.paging.Page;
import nl.etalage.paging.PageRequest;
import nl.etalage.problem.Sentences;
import nl.etalage.shops.access.Allowed;
import nl.etalage.shops.access.Permission;
import nl.etalage.shops.access.Visitor;
import nl.etalage.shops.answer.Answers;
import nl.etalage.shops.limits.Counted;
import nl.etalage.shops.limits.Measure;
import nl.etalage.shops.shop.ShopRepository;
import nl.etalage.shops.validation.Findings;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a shop sells. Stories that name its products find their way to its webshop by it. */
@Path("/api/v1/shops/{slug}/assortment")
@Tag(name = "Assortment")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class AssortmentResource {

    /** Fits a body of 1 MiB at 200 bytes each; a larger shop sends a table. */
    static final int MOST = 5_000;

    private final ShopRepository shops;
    private final AssortmentTable table;
    private final TakeAssortment take;
    private final DryRun dryRuns;
    private final Visitor visitor;

    AssortmentResource(
            ShopRepository shops, AssortmentTable table, TakeAssortment take, DryRun dryRuns, Visitor visitor) {
        this.shops = shops;
        this.table = table;
        this.take = take;
        this.dryRuns = dryRuns;
        this.visitor = visitor;
    }

    /** A page of an assortment. */
    @Schema(name = "AssortmentPage")
    public record AssortmentPage(List<AssortmentItem> items, @Schema(nullable = true) String nextPageToken) {}

    /**
     * All that a shop sells.
     *
     * @param items at most {@value #MOST}
     */
    @Schema(name = "Assortment")
    public record Assortment(@Schema(required = true, maxItems = MOST) List<AssortmentItem> items) {}

    @GET
    @Allowed(Permission.READ_ASSORTMENT)
    @Operation(
            summary = "Read what a shop sells",
            description = "In an order that stays. The ETag is of the whole assortment, whichever the page.")
    @APIResponse(
            responseCode = "200",
            description = "A page of it.",
            content = @Content(schema = @Schema(implementation = AssortmentPage.class)))
    public Response readAssortment(
            @PathParam("slug") String slug,
            @QueryParam("limit") Integer limit,
            @QueryParam("pageToken") String pageToken,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        shops.require(slug, visitor.reach());
        PageRequest page = PageRequest.of(limit, pageToken, "assortment of " + slug);
        String after = page.first() ? "" : page.after().get(0);
        Page<AssortmentItem> found = page.page(
                table.list(slug, after, page.limit() + 1), kept -> List.of(kept.key()), AssortmentTable.Kept::item);
        return Answers.read(
                ifNoneMatch, table.stand(slug).version(), new AssortmentPage(found.items(), found.nextPageToken()));
    }

    /** A row that is refused is reported and leaves the others, and what was kept of its product, as they are. */
    @PUT
    @Counted(Measure.ASSORTMENTS)
    @Allowed(Permission.CHANGE_ASSORTMENT)
    @Operation(
            summary = "Say what a shop sells",
            description = "All of it: a product that isn't in it is no longer sold. At most 5000 products; a larger"
                    + " shop imports a table. If-Match is honoured and not required, for this says everything anew.")
    @APIResponseSchema(value = AssortmentReport.class, responseDescription = "What became of each row")
    public Response replaceAssortment(
            @PathParam("slug") String slug,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Parameter(description = "Only say what would happen.") @QueryParam("dryRun") @DefaultValue("false")
                    boolean dryRun,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            Assortment assortment) {
        shops.require(slug, visitor.reach());
        TakeAssortment.Manner manner = new TakeAssortment.Manner(true, ifMatch, Sentences.forHeader(language));
        AssortmentTaken taken = take.take(slug, rows(assortment), manner);
        return dryRuns.answer(dryRun, taken, List.of());
    }

    private static List<GivenRow> rows(Assortment assortment) {
        Findings findings = new Findings();
        List<AssortmentItem> items = Findings.body(assortment).items();
        findings.required("/items", items);
        if (items != null && items.size() > MOST) {
            findings.add("/items", "too-many", MOST);
        }
        findings.throwIfAny();
        List<GivenRow> rows = new ArrayList<>(items.size());
        for (AssortmentItem item : items) {
            rows.add(GivenRow.of(rows.size() + 1, item));
        }
        return rows;
    }
}
