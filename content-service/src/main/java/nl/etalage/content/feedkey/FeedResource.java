package nl.etalage.content.feedkey;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import nl.etalage.content.library.LibraryFilter;
import nl.etalage.content.library.LibraryPull;
import nl.etalage.content.library.syndication.AnswerFeed;
import nl.etalage.content.library.syndication.FeedForm;
import nl.etalage.content.library.syndication.JsonFeed;
import nl.etalage.problem.HttpProblem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A shop's stories for whoever holds a key to its feeds. */
@Path("/api/v1/feeds")
@Tag(name = "feeds")
@PermitAll
@SecurityRequirementsSet
public class FeedResource {

    private final OpenFeed open;
    private final AnswerFeed feeds;

    FeedResource(OpenFeed open, AnswerFeed feeds) {
        this.open = open;
        this.feeds = feeds;
    }

    @GET
    @Path("/{feed}")
    @Transactional
    @Operation(
            summary = "Read a shop's stories with a feed key",
            description = "Without an account, by the secret of the key and the form: .json is a JSON Feed, .atom and"
                    + " .rss are what they say. The same question and stories as the library. Link leads to the next"
                    + " page; ask again with If-None-Match.")
    @APIResponse(
            responseCode = "200",
            description = "A feed.",
            content = {
                @Content(mediaType = FeedForm.JSON_TYPE, schema = @Schema(implementation = JsonFeed.class)),
                @Content(mediaType = FeedForm.ATOM_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = FeedForm.RSS_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    public Response readFeed(
            @PathParam("feed") @Parameter(description = "The key's secret, a dot, and json, atom or rss.") String feed,
            @BeanParam @Valid LibraryFilter filter,
            @QueryParam("limit") Integer limit,
            @QueryParam("pageToken") String pageToken,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        int dot = feed.lastIndexOf('.');
        FeedForm form = FeedForm.ofExtension(feed.substring(dot + 1)).orElseThrow(HttpProblem.NOT_FOUND::because);
        LibraryPull pull = open.open(feed.substring(0, Math.max(dot, 0)), filter);
        return feeds.answerKeyed(pull, pull.page(limit, pageToken), form, ifNoneMatch);
    }
}
