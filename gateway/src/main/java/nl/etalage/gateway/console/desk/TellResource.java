package nl.etalage.gateway.console.desk;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** The page on which a shop tells a story of its own: a text and a picture, nothing else. */
@Path("/winkel/{shop}/verhalen")
@Produces(MediaType.TEXT_HTML)
public class TellResource {

    private static final int UNPROCESSABLE = 422;
    private static final Duration NEWS = Duration.ofDays(21);
    private static final int MOST_NEWS = 3;

    private final Desk desk;
    private final ContributionClient contributions;
    private final SendStory send;
    private final KeptText kept;
    private final Clock clock;

    TellResource(Desk desk, @RestClient ContributionClient contributions, SendStory send, KeptText kept, Clock clock) {
        this.desk = desk;
        this.contributions = contributions;
        this.send = send;
        this.kept = kept;
        this.clock = clock;
    }

    /** @param done what was done just before: {@code sent} or {@code withdrawn} */
    @GET
    public Uni<Response> show(@RestPath String shop, @RestQuery String page, @RestQuery String done) {
        return desk.member(shop).flatMap(member -> show(member, page, Typed.NOTHING, done));
    }

    /** Sends what was typed. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Uni<Response> send(@RestPath String shop, MultipartFormDataInput input) {
        desk.requireOwnPage();
        StoryForm form = ReadForm.of(input);
        return kept.unlessSaved(
                form, "/winkel/" + shop + "/verhalen", desk.member(shop).flatMap(member -> send.offer(member, form)
                        .flatMap(typed -> typed.fine()
                                ? Uni.createFrom().item(Desk.to(member.page() + "?done=sent"))
                                : show(member, null, typed, null))));
    }

    private Uni<Response> show(ShopMember member, String page, Typed typed, String done) {
        return Desk.reached(contributions.list(member.bearer(), member.slug(), null, page))
                .map(found -> {
                    List<Offered> told = found.items().stream()
                            .map(one -> Offered.of(one, desk.locale()))
                            .toList();
                    TellView view = new TellView(
                            member.shop(),
                            member.page(),
                            member.writes(),
                            typed.keyed(),
                            page == null ? news(told) : List.of(),
                            told,
                            found.nextPageToken() == null
                                    ? null
                                    : Desk.asking(member.page(), "page", found.nextPageToken()),
                            page == null,
                            "sent".equals(done) || "withdrawn".equals(done) ? Field.key("toldDone", done) : null);
                    return desk.page(typed.fine() ? 200 : UNPROCESSABLE, DeskPages.tell(desk.frame(member), view));
                });
    }

    /** What asks something stays on top until it is answered, the rest for some weeks. */
    private List<Offered> news(List<Offered> told) {
        Instant since = clock.instant().minus(NEWS);
        return told.stream()
                .filter(one -> one.news() != null)
                .filter(one -> one.asked() || one.changed().isAfter(since))
                .limit(MOST_NEWS)
                .toList();
    }
}
