package nl.etalage.content.library.syndication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import nl.etalage.conditionalupdate.IfNoneMatch;
import nl.etalage.content.library.LibraryItem;
import nl.etalage.content.library.LibraryPull;
import nl.etalage.content.library.PullLibrary;
import nl.etalage.paging.Page;
import nl.etalage.paging.PageRequest;

/** Answers a question to a library as a feed, or that nothing changed. */
@ApplicationScoped
public class AnswerFeed {

    private static final String CACHE = "private, no-cache";

    /** Changes with the form of a feed, so that nobody keeps an old one after an upgrade. */
    private static final String FORM = "-2-";

    private final PullLibrary library;
    private final ComposeFeed compose;
    private final FeedAddress addresses;
    private final ObjectMapper json;

    AnswerFeed(PullLibrary library, ComposeFeed compose, FeedAddress addresses, ObjectMapper json) {
        this.library = library;
        this.compose = compose;
        this.addresses = addresses;
        this.json = json;
    }

    /** To who asked with a credential, naming the shop. */
    public Response answer(LibraryPull pull, PageRequest page, FeedForm form, String ifNoneMatch) {
        return answer(new Asked(pull, page, form, true), ifNoneMatch);
    }

    /** To who asked with the secret of a feed, at an address that must not stand in what they may pass on. */
    public Response answerKeyed(LibraryPull pull, PageRequest page, FeedForm form, String ifNoneMatch) {
        return answer(new Asked(pull, page, form, false), ifNoneMatch);
    }

    private record Asked(LibraryPull pull, PageRequest page, FeedForm form, boolean named) {}

    private Response answer(Asked asked, String ifNoneMatch) {
        String tag = tag(asked);
        if (IfNoneMatch.matches(ifNoneMatch, tag)) {
            return kept(Response.notModified(), tag).build();
        }
        Page<LibraryItem> found = library.page(asked.pull(), asked.page());
        Response.ResponseBuilder answer = Response.ok();
        String next = null;
        if (found.nextPageToken() != null) {
            String query = FeedAddress.next(asked.pull(), asked.page(), found.nextPageToken(), asked.named());
            answer.header("Link", "<" + query + ">; rel=\"next\"");
            next = asked.named() ? addresses.of(asked.pull(), asked.form()).replaceFirst("\\?.*", "") + query : null;
        }
        Feed feed = compose.of(asked.pull(), found.items(), addresses.of(asked.pull(), asked.form()), next);
        return kept(answer.entity(written(feed, asked.form())).type(asked.form().contentType()), tag)
                .build();
    }

    /** Weak: the size of a picture that was first seen meanwhile is no change. */
    private String tag(Asked asked) {
        String strong = library.tag(asked.pull(), asked.page());
        return "W/"
                + strong.replaceFirst("\"$", FORM + asked.form().extension() + (asked.named() ? "" : "-keyed") + "\"");
    }

    private String written(Feed feed, FeedForm form) {
        try {
            return switch (form) {
                case JSON -> json.writeValueAsString(JsonFeed.of(feed));
                case ATOM -> AtomFeed.of(feed);
                case RSS -> RssFeed.of(feed);
            };
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("A feed has no JSON form", unwritable);
        }
    }

    private static Response.ResponseBuilder kept(Response.ResponseBuilder answer, String tag) {
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, CACHE)
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION + ", " + HttpHeaders.ACCEPT);
    }
}
