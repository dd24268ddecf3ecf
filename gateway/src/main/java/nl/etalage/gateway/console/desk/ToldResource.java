package nl.etalage.gateway.console.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** The page of one story that a shop told: where it stands, and another text when the central group asks for one. */
@Path("/winkel/{shop}/verhalen/{id}")
@Produces(MediaType.TEXT_HTML)
public class ToldResource {

    private static final int UNPROCESSABLE = 422;

    private final Desk desk;
    private final ContributionClient contributions;
    private final SendStory send;
    private final KeptText kept;
    private final EarlierTexts earlier;

    ToldResource(
            Desk desk,
            @RestClient ContributionClient contributions,
            SendStory send,
            KeptText kept,
            EarlierTexts earlier) {
        this.desk = desk;
        this.contributions = contributions;
        this.send = send;
        this.kept = kept;
        this.earlier = earlier;
    }

    @GET
    public Uni<Response> show(@RestPath String shop, @RestPath UUID id) {
        return desk.member(shop).flatMap(member -> read(member, id)
                .flatMap(told -> page(
                        member,
                        told,
                        Typed.of(Head.text(told, "text"), told.path("asset").textValue()))));
    }

    /** Sends another text. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Uni<Response> revise(@RestPath String shop, @RestPath UUID id, MultipartFormDataInput input) {
        desk.requireOwnPage();
        StoryForm form = ReadForm.of(input);
        return kept.unlessSaved(
                form, "/winkel/" + shop + "/verhalen/" + id, desk.member(shop).flatMap(member -> send.revise(
                                member, id, form)
                        .flatMap(typed -> typed.fine()
                                ? Uni.createFrom().item(Desk.to(member.page() + "?done=sent"))
                                : read(member, id).flatMap(told -> page(member, told, typed)))));
    }

    /** Takes it back. */
    @POST
    @Path("/terug")
    public Uni<Response> withdraw(@RestPath String shop, @RestPath UUID id, @RestForm String version) {
        desk.requireOwnPage();
        return desk.member(shop).flatMap(member -> Desk.reached(
                        contributions.act(member.bearer(), "\"" + version + "\"", id, "withdraw", null))
                .map(done -> Desk.to(member.page() + "?done=withdrawn"))
                .onFailure(Desk::refused)
                .recoverWithUni(refused -> {
                    Refusal refusal = Refusal.of(refused);
                    String why = refusal.outdated() ? desk.words().changedMeanwhile() : refusal.first();
                    return read(member, id)
                            .flatMap(told -> page(
                                    member,
                                    told,
                                    Typed.of(
                                                    Head.text(told, "text"),
                                                    told.path("asset").textValue())
                                            .wrong(Map.of(), why)));
                }));
    }

    private Uni<JsonNode> read(ShopMember member, UUID id) {
        return Desk.reached(contributions.read(member.bearer(), id));
    }

    private Uni<Response> page(ShopMember member, JsonNode told, Typed typed) {
        Offered one = Offered.of(told, desk.locale());
        return earlier.of(member.bearer(), one).map(texts -> {
            ToldView view = new ToldView(
                    member.shop(), member.page(), member.writes() && one.open(), one, texts, typed.keyed());
            return desk.page(typed.fine() ? 200 : UNPROCESSABLE, DeskPages.told(desk.frame(member), view));
        });
    }
}
