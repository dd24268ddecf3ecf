package nl.etalage.content.library;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import nl.etalage.conditionalupdate.IfNoneMatch;
import nl.etalage.content.access.Access;
import nl.etalage.content.access.CurrentAccess;
import nl.etalage.content.access.Scope;
import nl.etalage.content.access.Shop;
import nl.etalage.content.access.Shops;
import nl.etalage.content.limits.ShopLimits;
import nl.etalage.paging.Page;
import nl.etalage.paging.PageRequest;
import nl.etalage.problem.HttpProblem;
import nl.etalage.rowsecurity.RowSecurity;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a shop may use now: the pull of webshops and of its people. */
@Path("/api/v1/library")
@Tag(name = "library")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class LibraryResource {

    private static final String CACHE = "private, no-cache";

    private final CurrentAccess access;
    private final RowSecurity rowSecurity;
    private final Shops shops;
    private final ReadLibrary read;
    private final ShowItem show;
    private final LibraryTag tags;
    private final ShopLimits limits;
    private final Clock clock;

    LibraryResource(
            CurrentAccess access,
            RowSecurity rowSecurity,
            Shops shops,
            ReadLibrary read,
            ShowItem show,
            LibraryTag tags,
            ShopLimits limits,
            Clock clock) {
        this.access = access;
        this.rowSecurity = rowSecurity;
        this.shops = shops;
        this.read = read;
        this.show = show;
        this.tags = tags;
        this.limits = limits;
        this.clock = clock;
    }

    /** A page of the library. */
    @Schema(name = "LibraryPage")
    public record LibraryPage(
            List<LibraryItem> items, @JsonInclude(JsonInclude.Include.NON_NULL) String nextPageToken) {}

    @GET
    @Transactional
    @Operation(
            summary = "Pull a shop's library",
            description = "Newest first, ready to show. Ask again with If-None-Match: 304 when nothing changed.")
    @APIResponse(
            responseCode = "200",
            description = "A page of stories.",
            content = @Content(schema = @Schema(implementation = LibraryPage.class)))
    public Response pullLibrary(
            @BeanParam @Valid LibraryQuery query,
            @QueryParam("limit") Integer limit,
            @QueryParam("pageToken") String pageToken,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        Shop shop = enter(query);
        PageRequest page = PageRequest.of(limit, pageToken, query.key());
        Instant now = clock.instant();
        String question = query.key() + "|" + page.limit() + "|" + page.after();
        return answer(tags.of(question, shop, now), ifNoneMatch, () -> {
            Page<LibraryRow> found = page.page(
                    read.page(query, page, now),
                    row -> List.of(row.appearedAt().toString(), row.story().toString()));
            return new LibraryPage(show.show(found.items(), setting(shop, query, now)), found.nextPageToken());
        });
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Read one story of a shop's library", description = "Ready to show.")
    @APIResponse(
            responseCode = "200",
            description = "The story.",
            content = @Content(schema = @Schema(implementation = LibraryItem.class)))
    public Response readLibraryItem(
            @PathParam("id") UUID id,
            @BeanParam @Valid LibraryQuery query,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        Shop shop = enter(query);
        Instant now = clock.instant();
        LibraryRow row = read.one(shop.slug(), id, now).orElseThrow(HttpProblem.NOT_FOUND::because);
        return answer(tags.of(query.key() + "|" + id, shop, now), ifNoneMatch, () -> show.show(
                        List.of(row), setting(shop, query, now))
                .get(0));
    }

    private Shop enter(LibraryQuery query) {
        query.refuseUnfit();
        Access caller = access.get();
        caller.requireReaderOrCentral(query.shop, Scope.LIBRARY_READ);
        if (query.source() && !caller.edits(query.shop)) {
            throw HttpProblem.FORBIDDEN.because();
        }
        Shop shop = shops.require(query.shop);
        limits.countPull(shop.slug());
        rowSecurity.enter(List.of(shop.slug()));
        return shop;
    }

    private static ShowItem.Setting setting(Shop shop, LibraryQuery query, Instant now) {
        return new ShowItem.Setting(shop, LocalDate.ofInstant(now, shop.zone()), query.source());
    }

    private static Response answer(String tag, String ifNoneMatch, Supplier<Object> body) {
        Response.ResponseBuilder answer =
                IfNoneMatch.matches(ifNoneMatch, tag) ? Response.notModified() : Response.ok(body.get());
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, CACHE)
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                .build();
    }
}
