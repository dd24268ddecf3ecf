package nl.etalage.gateway.console.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import nl.etalage.problem.HttpProblem;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** The page of what a shop told: made into a story, asked about, or declined. */
@Path("/redactie/inzendingen/{id}")
@Produces(MediaType.TEXT_HTML)
public class ReceivedResource {

    /** What most of what shops tell is about. */
    private static final String USUAL = "shop";

    private final Desk desk;
    private final ContributionClient contributions;
    private final ShopNames names;
    private final EarlierTexts earlier;

    ReceivedResource(Desk desk, @RestClient ContributionClient contributions, ShopNames names, EarlierTexts earlier) {
        this.desk = desk;
        this.contributions = contributions;
        this.names = names;
        this.earlier = earlier;
    }

    /**
     * A decision.
     *
     * @param action {@code take}, {@code ask-changes} or {@code decline}
     * @param version of what was looked at
     * @param asking what the shop is asked
     * @param declining why it won't be a story
     */
    record Decision(
            @RestForm("do") String action,
            @RestForm String version,
            @RestForm String type,
            @RestForm String asking,
            @RestForm String declining) {

        static final Decision NONE = new Decision(null, null, null, null, null);

        ObjectNode body() {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            return switch (action == null ? "" : action) {
                case "take" -> body.put("type", type);
                case "ask-changes" -> body.put("note", written(asking));
                case "decline" -> body.put("note", written(declining));
                default -> throw HttpProblem.INVALID_REQUEST.because();
            };
        }

        /** The field that its reason stands in; null without. */
        String field() {
            return switch (action == null ? "" : action) {
                case "ask-changes" -> "asking";
                case "decline" -> "declining";
                default -> null;
            };
        }

        boolean silent() {
            return written("asking".equals(field()) ? asking : declining).isEmpty();
        }

        static String written(String text) {
            return text == null ? "" : text.replace("\r\n", "\n").strip();
        }
    }

    @GET
    public Uni<Response> show(@RestPath UUID id) {
        return desk.editor().flatMap(editor -> page(editor, id, Decision.NONE, 200, Wrong.NOTHING));
    }

    @POST
    public Uni<Response> decide(@RestPath UUID id, @BeanParam Decision decision) {
        desk.requireOwnPage();
        ObjectNode body = decision.body();
        return desk.editor().flatMap(editor -> Desk.reached(contributions.act(
                        editor.bearer(), "\"" + decision.version() + "\"", id, decision.action(), body))
                .map(done -> Desk.to(
                        decision.action().equals("take")
                                ? "/redactie/verhalen/" + Head.text(done, "story") + "?done=taken"
                                : "/redactie/inzendingen?done=" + decision.action()))
                .onFailure(Desk::refused)
                .recoverWithUni(refused -> {
                    Refusal refusal = Refusal.of(refused);
                    return page(editor, id, decision, refusal.status(), wrong(decision, refusal));
                }));
    }

    /** Why something was not done, and the field it is about; null for the whole. */
    private record Wrong(String sentence, String field) {

        static final Wrong NOTHING = new Wrong(null, null);
    }

    private Wrong wrong(Decision decision, Refusal refusal) {
        if (refusal.outdated()) {
            return new Wrong(desk.offers().inboxOutdated(), null);
        }
        String field = refusal.fields().containsKey("note") ? decision.field() : null;
        if (field == null || !decision.silent()) {
            return new Wrong(refusal.first(), field);
        }
        return new Wrong(
                field.equals("asking")
                        ? desk.offers().askEmpty()
                        : desk.offers().declineEmpty(),
                field);
    }

    private Uni<Response> page(Editor editor, UUID id, Decision typed, int status, Wrong wrong) {
        return Desk.reached(contributions.read(editor.bearer(), id)).flatMap(found -> {
            Offered one = Offered.of(found, desk.locale());
            return Uni.combine()
                    .all()
                    .unis(names.of(editor, List.of(one.shop())), earlier.of(editor.bearer(), one))
                    .with((known, texts) -> desk.page(
                            status,
                            DeskPages.received(
                                    desk.frame(editor),
                                    new ReceivedView(
                                            one,
                                            known.get(one.shop()),
                                            texts,
                                            StoryPages.types(typed.type() == null ? USUAL : typed.type()),
                                            editor.writes(),
                                            wrong.sentence(),
                                            wrong.field(),
                                            Decision.written(typed.asking()),
                                            Decision.written(typed.declining())))));
        });
    }
}
