package nl.etalage.gateway.console.desk;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestQuery;

/** The page with what shops told. Without a choice it shows what waits for the central group. */
@Path("/redactie/inzendingen")
@Produces(MediaType.TEXT_HTML)
public class InboxResource {

    private static final String PAGE = "/redactie/inzendingen";
    private static final String WAITING = "offered";
    private static final String ALL = "all";
    private static final List<String> STATES = List.of(WAITING, "changes-asked", "taken", "declined", "withdrawn");

    private final Desk desk;
    private final ContributionClient contributions;
    private final ShopNames names;

    InboxResource(Desk desk, @RestClient ContributionClient contributions, ShopNames names) {
        this.desk = desk;
        this.contributions = contributions;
        this.names = names;
    }

    /** @param done what was done just before: {@code ask-changes} or {@code decline} */
    @GET
    public Uni<Response> show(@RestQuery String state, @RestQuery String page, @RestQuery String done) {
        String chosen = ALL.equals(state) || (state != null && STATES.contains(state)) ? state : WAITING;
        return desk.editor().flatMap(editor -> Desk.reached(
                        contributions.list(editor.bearer(), null, chosen.equals(ALL) ? null : chosen, page))
                .flatMap(found -> {
                    List<Offered> offered = found.items().stream()
                            .map(one -> Offered.of(one, desk.locale()))
                            .toList();
                    return names.of(
                                    editor,
                                    offered.stream()
                                            .map(Offered::shop)
                                            .distinct()
                                            .toList())
                            .map(known -> desk.page(
                                    200,
                                    DeskPages.inbox(
                                            desk.frame(editor),
                                            view(offered, known, chosen, next(chosen, found), page, done))));
                }));
    }

    private static InboxView view(
            List<Offered> offered, Map<String, String> names, String chosen, String next, String page, String done) {
        return new InboxView(
                offered.stream()
                        .map(one -> new InboxView.Line(one, names.getOrDefault(one.shop(), one.shop())))
                        .toList(),
                states(chosen),
                chosen.equals(WAITING),
                next,
                page == null,
                "ask-changes".equals(done) || "decline".equals(done) ? Field.key("inboxDone", done) : null);
    }

    private static String next(String chosen, StoryClient.Stories found) {
        return found.nextPageToken() == null ? null : Desk.asking(PAGE, "state", chosen, "page", found.nextPageToken());
    }

    private static List<FieldView.Option> states(String chosen) {
        List<FieldView.Option> options = new ArrayList<>();
        STATES.forEach(state ->
                options.add(new FieldView.Option(state, Field.key("inbox", state), null, state.equals(chosen))));
        options.add(new FieldView.Option(ALL, "filterAll", null, chosen.equals(ALL)));
        return options;
    }
}
