package nl.etalage.gateway.console.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** The page on which a translation of a story begins: a draft that says the same, to be put into another language. */
@Path("/redactie/verhalen/{id}/vertaling")
@Produces(MediaType.TEXT_HTML)
public class TranslationResource {

    private static final int UNPROCESSABLE = 422;

    /** What a story says; all else about it is its own, such as who wrote it and where it stands. */
    private static final List<String> CONTENT = List.of(
            "type",
            "details",
            "owner",
            "title",
            "summary",
            "body",
            "readerValue",
            "question",
            "callToAction",
            "link",
            "credit",
            "functions",
            "audience",
            "themes",
            "season",
            "products",
            "assets",
            "channelTexts",
            "availableFrom",
            "availableUntil",
            "onlyStocked",
            "targetGroups",
            "lockedFields");

    private final Desk desk;
    private final StoryClient stories;
    private final Surroundings surroundings;
    private final FindLanguages languages;

    TranslationResource(
            Desk desk, @RestClient StoryClient stories, Surroundings surroundings, FindLanguages languages) {
        this.desk = desk;
        this.stories = stories;
        this.surroundings = surroundings;
        this.languages = languages;
    }

    @GET
    public Uni<Response> show(@RestPath UUID id) {
        return desk.writer().flatMap(editor -> Desk.reached(stories.read(editor.bearer(), id))
                .flatMap(story -> page(editor, story, 200, null)));
    }

    /** Begins the draft. */
    @POST
    public Uni<Response> begin(@RestPath UUID id, @RestForm String locale, @RestForm String key) {
        desk.requireOwnPage();
        return desk.writer().flatMap(editor -> Desk.reached(stories.read(editor.bearer(), id))
                .flatMap(story -> locale == null || locale.isBlank()
                        ? page(editor, story, UNPROCESSABLE, desk.looks().translateChoose())
                        : begin(editor, story, locale, key)));
    }

    private Uni<Response> begin(Editor editor, JsonNode story, String locale, String key) {
        return Desk.reached(stories.create(editor.bearer(), key, translation(story, locale)))
                .map(draft -> Desk.to(Desk.STORIES + Head.text(draft, "id") + "?done=translated"))
                .onFailure(Desk::refused)
                .recoverWithUni(refused -> {
                    Refusal refusal = Refusal.of(refused);
                    return page(editor, story, refusal.status(), refusal.first());
                });
    }

    /** What a story says, as a translation of what it is itself a translation of, if it is one. */
    static ObjectNode translation(JsonNode story, String locale) {
        ObjectNode draft = JsonNodeFactory.instance.objectNode();
        CONTENT.stream().filter(part -> story.hasNonNull(part)).forEach(part -> draft.set(part, story.get(part)));
        String original = Head.text(story, "translationOf");
        return draft.put("locale", locale).put("translationOf", original.isEmpty() ? Head.text(story, "id") : original);
    }

    private Uni<Response> page(Editor editor, JsonNode story, int status, String complaint) {
        return Uni.combine()
                .all()
                .unis(languages.of(editor, story), surroundings.of(editor))
                .with((others, known) -> {
                    TranslationView view = new TranslationView(
                            Head.of(story, known, desk.locale()),
                            free(story, others),
                            others.here(),
                            UUID.randomUUID().toString(),
                            complaint);
                    return desk.page(status, DeskPages.translation(desk.frame(editor), view));
                });
    }

    private static List<FieldView.Option> free(JsonNode story, Languages others) {
        Set<String> taken = new HashSet<>();
        taken.add(Head.text(story, "locale"));
        others.lines().stream()
                .filter(line -> !line.ended())
                .map(Languages.Line::locale)
                .forEach(taken::add);
        return StoryFields.LOCALES.stream()
                .filter(locale -> !taken.contains(locale))
                .map(locale -> new FieldView.Option(locale, FindLanguages.label(locale), null, false))
                .toList();
    }
}
