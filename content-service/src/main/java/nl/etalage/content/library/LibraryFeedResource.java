package nl.etalage.content.library;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import nl.etalage.content.library.syndication.AnswerFeed;
import nl.etalage.content.library.syndication.FeedForm;
import nl.etalage.content.library.syndication.JsonFeed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A shop's library in the forms that feed readers know, each at an address of its own. */
@Path("/api/v1")
@Tag(name = "library")
@Authenticated
public class LibraryFeedResource {

    private static final String SAME =
            "The same question and the same stories as the library itself. A feed of everything newer: ask again with"
                    + " If-None-Match.";

    private final EnterLibrary enter;
    private final AnswerFeed feeds;

    LibraryFeedResource(EnterLibrary enter, AnswerFeed feeds) {
        this.enter = enter;
        this.feeds = feeds;
    }

    @GET
    @Path("/library.feed.json")
    @Transactional
    @Produces(FeedForm.JSON_TYPE)
    @Operation(summary = "Read a shop's library as JSON Feed", description = SAME)
    @APIResponse(
            responseCode = "200",
            description = "A JSON Feed 1.1.",
            content = @Content(mediaType = FeedForm.JSON_TYPE, schema = @Schema(implementation = JsonFeed.class)))
    public Response readJsonFeed(
            @BeanParam @Valid ShopQuery query,
            @QueryParam("limit") Integer limit,
            @QueryParam("pageToken") String pageToken,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        LibraryPull pull = enter.toRead(query);
        return feeds.answer(pull, pull.page(limit, pageToken), FeedForm.JSON, ifNoneMatch);
    }

    @GET
    @Path("/library.atom")
    @Transactional
    @Produces(FeedForm.ATOM_TYPE)
    @Operation(summary = "Read a shop's library as Atom", description = SAME)
    @APIResponse(
            responseCode = "200",
            description = "An Atom feed (RFC 4287).",
            content = @Content(mediaType = FeedForm.ATOM_TYPE, schema = @Schema(type = SchemaType.STRING)))
    public Response readAtomFeed(
            @BeanParam @Valid ShopQuery query,
            @QueryParam("limit") Integer limit,
            @QueryParam("pageToken") String pageToken,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        LibraryPull pull = enter.toRead(query);
        return feeds.answer(pull, pull.page(limit, pageToken), FeedForm.ATOM, ifNoneMatch);
    }

    @GET
    @Path("/library.rss")
    @Transactional
    @Produces(FeedForm.RSS_TYPE)
    @Operation(summary = "Read a shop's library as RSS", description = SAME)
    @APIResponse(
            responseCode = "200",
            description = "An RSS 2.0 feed.",
            content = @Content(mediaType = FeedForm.RSS_TYPE, schema = @Schema(type = SchemaType.STRING)))
    public Response readRssFeed(
            @BeanParam @Valid ShopQuery query,
            @QueryParam("limit") Integer limit,
            @QueryParam("pageToken") String pageToken,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        LibraryPull pull = enter.toRead(query);
        return feeds.answer(pull, pull.page(limit, pageToken), FeedForm.RSS, ifNoneMatch);
    }
}
