package nl.etalage.gateway.console.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.etalage.gateway.console.MessageWords;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestQuery;

/** The first page of the editor's desk: which stories there are. */
@Path("/redactie")
@Produces(MediaType.TEXT_HTML)
public class StoryListResource {

    private static final List<String> STATES = List.of("draft", "in-review", "released", "withdrawn", "expired");

    private final Desk desk;
    private final StoryClient stories;
    private final Surroundings surroundings;

    StoryListResource(Desk desk, @RestClient StoryClient stories, Surroundings surroundings) {
        this.desk = desk;
        this.stories = stories;
        this.surroundings = surroundings;
    }

    /** What is looked for. */
    record Filter(
            @RestQuery String state,
            @RestQuery String type,
            @RestQuery String q,
            @RestQuery String page,
            @RestQuery String done) {

        /** Null for all of them. */
        static String orNull(String asked) {
            return asked == null || asked.isBlank() ? null : asked.strip();
        }

        boolean asks() {
            return orNull(state) != null || orNull(type) != null || orNull(q) != null;
        }

        String next(String token) {
            return token == null
                    ? null
                    : Desk.asking(
                            "/redactie", "state", orNull(state), "type", orNull(type), "q", orNull(q), "page", token);
        }
    }

    @GET
    public Uni<Response> list(@BeanParam Filter filter) {
        return desk.editor().flatMap(editor -> Uni.combine()
                .all()
                .unis(
                        Desk.reached(stories.list(
                                editor.bearer(),
                                Filter.orNull(filter.state()),
                                Filter.orNull(filter.type()),
                                Filter.orNull(filter.q()),
                                filter.page())),
                        surroundings.names(editor))
                .with((found, names) ->
                        desk.page(200, DeskPages.list(desk.frame(editor), view(editor, filter, found, names)))));
    }

    private ListView view(Editor editor, Filter filter, StoryClient.Stories found, Map<UUID, String> names) {
        Surroundings.Known known = new Surroundings.Known(names, List.of(), List.of(), List.of());
        return new ListView(
                editor.writes(),
                found.items().stream().map(story -> line(story, known)).toList(),
                options(STATES.stream()
                        .map(state ->
                                new FieldView.Option(state, Head.state(state), null, state.equals(filter.state())))
                        .toList()),
                options(StoryPages.types(filter.type() == null ? "" : filter.type())),
                filter.q() == null ? "" : filter.q(),
                filter.asks(),
                filter.next(found.nextPageToken()),
                filter.page() == null,
                "return".equals(filter.done()) ? "doneReturn" : null);
    }

    private static List<FieldView.Option> options(List<FieldView.Option> some) {
        List<FieldView.Option> options = new ArrayList<>();
        options.add(new FieldView.Option("", "filterAll", null, some.stream().noneMatch(FieldView.Option::chosen)));
        options.addAll(some);
        return options;
    }

    private ListView.Line line(JsonNode story, Surroundings.Known known) {
        String state = story.path("state").asText();
        return new ListView.Line(
                story.path("id").asText(),
                Head.text(story, "title"),
                MessageWords.type(story.path("type").asText()),
                Head.state(state),
                Head.tone(state),
                Head.name(story, "lastEditor", known),
                Moments.brief(Head.text(story, "changedAt"), desk.locale()),
                story.path("unreviewed").asBoolean());
    }
}
