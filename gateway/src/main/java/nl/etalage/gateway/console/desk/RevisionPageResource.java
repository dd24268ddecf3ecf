package nl.etalage.gateway.console.desk;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What a story was at each release and correction. */
@Path("/redactie/verhalen/{id}/versies")
@Produces(MediaType.TEXT_HTML)
public class RevisionPageResource {

    private final Desk desk;
    private final StoryClient stories;
    private final Surroundings surroundings;
    private final ReadPages reading;

    RevisionPageResource(Desk desk, @RestClient StoryClient stories, Surroundings surroundings, ReadPages reading) {
        this.desk = desk;
        this.stories = stories;
        this.surroundings = surroundings;
        this.reading = reading;
    }

    @GET
    public Uni<Response> list(@RestPath UUID id, @RestQuery String page) {
        return desk.editor().flatMap(editor -> Uni.combine()
                .all()
                .unis(
                        Desk.reached(stories.read(editor.bearer(), id)),
                        Desk.reached(stories.revisions(editor.bearer(), id, page)),
                        surroundings.of(editor))
                .with((story, found, known) -> {
                    RevisionsView view = new RevisionsView(
                            Head.of(story, known, desk.locale()),
                            found.items().stream()
                                    .map(revision -> RevisionsView.line(revision, known, desk.locale()))
                                    .toList(),
                            found.nextPageToken() == null
                                    ? null
                                    : Desk.asking(
                                            "/redactie/verhalen/" + id + "/versies", "page", found.nextPageToken()));
                    return desk.page(200, DeskPages.revisions(desk.frame(editor), view));
                }));
    }

    @GET
    @Path("/{number}")
    public Uni<Response> read(@RestPath UUID id, @RestPath int number) {
        return desk.editor().flatMap(editor -> Uni.combine()
                .all()
                .unis(
                        Desk.reached(stories.read(editor.bearer(), id)),
                        Desk.reached(stories.revision(editor.bearer(), id, number)))
                .asTuple()
                .flatMap(found -> reading.revision(editor, found.getItem1(), found.getItem2()))
                .map(page -> desk.page(200, page)));
    }
}
