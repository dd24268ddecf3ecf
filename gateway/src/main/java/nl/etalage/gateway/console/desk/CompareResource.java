package nl.etalage.gateway.console.desk;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What differs between two revisions of a story, and a draft that begins as one of them. */
@Path("/redactie/verhalen/{id}")
@Produces(MediaType.TEXT_HTML)
public class CompareResource {

    private final Desk desk;
    private final StoryClient stories;
    private final TalkClient talk;
    private final Surroundings surroundings;
    private final Differences differences;
    private final SavePictures pictures;

    CompareResource(
            Desk desk,
            @RestClient StoryClient stories,
            @RestClient TalkClient talk,
            Surroundings surroundings,
            Differences differences,
            SavePictures pictures) {
        this.desk = desk;
        this.stories = stories;
        this.talk = talk;
        this.surroundings = surroundings;
        this.differences = differences;
        this.pictures = pictures;
    }

    /**
     * The comparison.
     *
     * @param from number of the one before
     * @param to number of the one after
     */
    @GET
    @Path("/vergelijk")
    public Uni<Response> compare(@RestPath UUID id, @RestQuery("van") int from, @RestQuery("met") int to) {
        return desk.editor().flatMap(editor -> Uni.combine()
                .all()
                .unis(
                        Desk.reached(stories.read(editor.bearer(), id)),
                        Desk.reached(talk.compare(editor.bearer(), id, from, to)),
                        surroundings.of(editor))
                .asTuple()
                .flatMap(asked -> pictures.read(editor, Differences.files(asked.getItem2()))
                        .map(assets -> {
                            Differences.Between between =
                                    new Differences.Between(asked.getItem1(), asked.getItem3(), assets);
                            CompareView view = new CompareView(
                                    Head.of(between.story(), between.known(), desk.locale()),
                                    from,
                                    to,
                                    differences.of(asked.getItem2(), between));
                            return desk.page(200, DeskPages.compare(desk.frame(editor), view));
                        })));
    }

    /** Begins a draft with what a revision says. */
    @POST
    @Path("/versies/{number}/nieuw")
    public Uni<Response> restore(@RestPath UUID id, @RestPath int number, @RestForm String key) {
        desk.requireOwnPage();
        return desk.writer()
                .flatMap(editor -> Desk.reached(talk.restore(editor.bearer(), key, id, number)))
                .map(draft -> Desk.to("/redactie/verhalen/" + Head.text(draft, "id") + "?done=restored"));
    }
}
