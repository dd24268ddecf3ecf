package nl.etalage.content.library;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import nl.etalage.content.library.syndication.AnswerFeed;
import nl.etalage.content.library.syndication.FeedForm;
import nl.etalage.content.library.syndication.JsonFeed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a shop may use now: the pull of webshops and of its people. */
@Path("/api/v1/library")
@Tag(name = "library")
@Authenticated
public class LibraryResource {

    private final EnterLibrary enter;
    private final AnswerLibrary answers;
    private final WriteItems items;
    private final WriteSingle single;
    private final AnswerFeed feeds;

    LibraryResource(EnterLibrary enter, AnswerLibrary answers, WriteItems items, WriteSingle single, AnswerFeed feeds) {
        this.enter = enter;
        this.answers = answers;
        this.items = items;
        this.single = single;
        this.feeds = feeds;
    }

    /** A page of the library. */
    @Schema(name = "LibraryPage")
    public record LibraryPage(
            List<LibraryItem> items, @JsonInclude(JsonInclude.Include.NON_NULL) String nextPageToken) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, FeedForm.JSON_TYPE, FeedForm.ATOM_TYPE, FeedForm.RSS_TYPE})
    @Operation(
            summary = "Pull a shop's library",
            description = "Newest first, ready to show. Ask again with If-None-Match: 304 when nothing changed. As a"
                    + " feed by Accept, or at /library.feed.json, .atom and .rss.")
    @APIResponse(
            responseCode = "200",
            description = "A page of stories.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = LibraryPage.class)),
                @Content(mediaType = FeedForm.JSON_TYPE, schema = @Schema(implementation = JsonFeed.class)),
                @Content(mediaType = FeedForm.ATOM_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = FeedForm.RSS_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    public CompletionStage<Response> pullLibrary(
            @BeanParam @Valid LibraryQuery query,
            @QueryParam("limit") Integer limit,
            @QueryParam("pageToken") String pageToken,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @Context HttpHeaders headers) {
        Optional<FeedForm> form = FeedForm.accepted(headers.getAcceptableMediaTypes());
        if (form.isPresent()) {
            return answers.inTransaction(() -> {
                LibraryPull pull = enter.toRead(query);
                return feeds.answer(pull, pull.page(limit, pageToken), form.get(), ifNoneMatch);
            });
        }
        return answers.answer(new AnswerLibrary.Question(
                query,
                ifNoneMatch,
                pull -> pull.question(pull.page(limit, pageToken)),
                (pull, stand) -> CompletableFuture.supplyAsync(
                        () -> items.page(pull, stand, pull.page(limit, pageToken)),
                        Infrastructure.getDefaultWorkerPool())));
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Read one story of a shop's library", description = "Ready to show.")
    @APIResponse(
            responseCode = "200",
            description = "The story.",
            content = @Content(schema = @Schema(implementation = LibraryItem.class)))
    public CompletionStage<Response> readLibraryItem(
            @PathParam("id") UUID id,
            @BeanParam @Valid LibraryQuery query,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return answers.answer(new AnswerLibrary.Question(
                query, ifNoneMatch, pull -> pull.key() + "|" + id, (pull, stand) -> single.of(pull, stand, id)));
    }
}
