package nl.etalage.gateway.console.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Reads what colleagues say about a story. A story is shown also when that can't be read. */
@RequestScoped
class Comments {

    private static final Logger LOG = Logger.getLogger(Comments.class);

    /** A page of the contract; few stories are talked about more. */
    private static final int PAGE = 100;

    private static final List<String> PLACES = List.of(
            "title",
            "summary",
            "body",
            "readerValue",
            "question",
            "callToAction",
            "link",
            "assets",
            "functions",
            "audience",
            "themes",
            "season");

    private final Desk desk;
    private final TalkClient talk;
    private final Surroundings surroundings;

    Comments(Desk desk, @RestClient TalkClient talk, Surroundings surroundings) {
        this.desk = desk;
        this.talk = talk;
        this.surroundings = surroundings;
    }

    /** What is asked of it: what was typed before, why that was refused, what was done, and which page. */
    record Asked(Talk.Typed typed, String complaint, String did, String page) {

        static final Asked NOTHING = new Asked(null, null, null, null);
    }

    /** What is known around a story, and what is said about it; null where that isn't shown. */
    record Around(Surroundings.Known known, Talk talk) {}

    Uni<Around> around(Editor editor, UUID story) {
        return surroundings.of(editor).flatMap(known -> of(editor, story, known, Asked.NOTHING)
                .map(talk -> new Around(known, talk)));
    }

    Uni<Talk> of(Editor editor, UUID story, Surroundings.Known known, Asked asked) {
        return talk.comments(editor.bearer(), story, PAGE, asked.page())
                .map(found -> talk(story, threads(found.items(), known), found.nextPageToken(), asked))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.infof("A story goes without what is said about it: %s", failure.getMessage());
                    return new Talk(story.toString(), List.of(), List.of(), fresh(), null, null, true, null);
                });
    }

    private static Talk talk(UUID story, List<Talk.Conversation> threads, String next, Asked asked) {
        Talk.Typed typed = asked.typed() == null
                ? fresh()
                : new Talk.Typed(
                        asked.typed().thread(),
                        asked.typed().text(),
                        asked.typed().field(),
                        key(),
                        true);
        return new Talk(
                story.toString(),
                threads,
                places(typed.field()),
                typed,
                asked.complaint(),
                asked.did(),
                false,
                next == null ? null : Desk.asking("/redactie/verhalen/" + story + "/opmerkingen", "page", next));
    }

    private static Talk.Typed fresh() {
        return new Talk.Typed("", "", "", key(), false);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static List<FieldView.Option> places(String chosen) {
        List<FieldView.Option> places = new ArrayList<>();
        places.add(new FieldView.Option("", "commentWhole", null, chosen.isEmpty()));
        PLACES.forEach(place -> places.add(
                new FieldView.Option("/" + place, Field.key("field", place), null, chosen.equals("/" + place))));
        return places;
    }

    private List<Talk.Conversation> threads(List<JsonNode> comments, Surroundings.Known known) {
        Map<String, List<JsonNode>> together = new LinkedHashMap<>();
        comments.forEach(
                comment -> together.computeIfAbsent(comment.path("thread").asText(), thread -> new ArrayList<>())
                        .add(comment));
        return together.entrySet().stream()
                .map(thread -> thread(thread.getKey(), thread.getValue(), known))
                .toList();
    }

    private Talk.Conversation thread(String id, List<JsonNode> comments, Surroundings.Known known) {
        JsonNode first = comments.get(0);
        return new Talk.Conversation(
                id,
                about(Head.text(first, "field")),
                first.path("resolvedAt").isTextual(),
                Head.name(first, "resolvedBy", known),
                comments.stream()
                        .map(comment -> new Talk.Comment(
                                Head.name(comment, "author", known),
                                Moments.brief(Head.text(comment, "writtenAt"), desk.locale()),
                                Head.text(comment, "text")))
                        .toList(),
                first.path("version").asText());
    }

    /** Key of the name of a field by its JSON pointer, as near as it has one; null for the whole story. */
    static String about(String pointer) {
        if (pointer.isEmpty()) {
            return null;
        }
        String name = pointer.substring(1).replace('/', '.');
        String group = name.split("\\.")[0];
        return StoryFields.named(name).map(Field::label).orElseGet(() -> switch (group) {
            case "assets" -> "fieldAssets";
            case "products" -> "groupProducts";
            case "channelTexts" -> "fieldChannelTexts";
            case "details" -> "groupDetails";
            case "type" -> "fieldType";
            default -> StoryFields.named(group).map(Field::label).orElse("fieldOther");
        });
    }
}
