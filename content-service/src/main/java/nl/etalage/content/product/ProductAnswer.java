package nl.etalage.content.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import nl.etalage.conditionalupdate.IfNoneMatch;
import nl.etalage.content.access.Shop;
import nl.etalage.content.library.ChosenStories;
import nl.etalage.paging.PageRequest;

/** Answers a question about products in the form that the caller reads, or with 304 when nothing changed. */
@ApplicationScoped
public class ProductAnswer {

    /** Media type of schema.org's form (JSON-LD). */
    public static final String LINKED_DATA = "application/ld+json";

    private static final String CACHE = "private, no-cache";
    private static final List<Variant> FORMS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(LINKED_DATA))
            .build();

    private final FindStories find;
    private final ProductIndex index;
    private final ChosenStories stories;
    private final LinkedData linked;
    private final Clock clock;

    ProductAnswer(FindStories find, ProductIndex index, ChosenStories stories, LinkedData linked, Clock clock) {
        this.find = find;
        this.index = index;
        this.stories = stories;
        this.linked = linked;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param one whether it is about one product, and the answer too
     * @param limit of the page, as asked
     * @param pageToken of the page, as asked
     */
    public record Question(List<AskedKey> keys, boolean one, Integer limit, String pageToken) {

        String text() {
            return "products|" + one + "|" + keys;
        }
    }

    /** The answer for a shop; row-level security is entered for it. */
    public Response to(Question question, Shop shop, String ifNoneMatch, Request request) {
        PageRequest page = PageRequest.of(question.limit(), question.pageToken(), question.text() + "|" + shop.slug());
        Variant form = request.selectVariant(FORMS);
        boolean asLinkedData =
                form != null && LINKED_DATA.equals(form.getMediaType().toString());
        Instant now = clock.instant();
        String tag = stories.tag(
                String.join(
                        "|",
                        question.text(),
                        String.valueOf(page.limit()),
                        page.after().toString(),
                        String.valueOf(asLinkedData),
                        String.valueOf(index.stand(shop.slug()))),
                shop,
                now);
        Response.ResponseBuilder answer = Response.notModified();
        if (!IfNoneMatch.matches(ifNoneMatch, tag)) {
            ProductPage found = find.find(shop, question.keys(), page, now);
            answer = asLinkedData
                    ? Response.ok(linked.of(question, found), LINKED_DATA)
                    : Response.ok(found, MediaType.APPLICATION_JSON_TYPE);
        }
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, CACHE)
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION + ", " + HttpHeaders.ACCEPT)
                .build();
    }
}
