package nl.etalage.gateway.console.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Sends what a shop tells to the central group: the picture first, then the text with it. */
@RequestScoped
class SendStory {

    private final Desk desk;
    private final ContributionClient contributions;
    private final AssetClient assets;

    SendStory(Desk desk, @RestClient ContributionClient contributions, @RestClient AssetClient assets) {
        this.desk = desk;
        this.contributions = contributions;
        this.assets = assets;
    }

    /** What stands in the form after it; all is well with it when it was sent. */
    Uni<Typed> offer(ShopMember member, StoryForm form) {
        return stored(member, form).flatMap(typed -> {
            ObjectNode told = content(typed).put("shop", member.slug());
            return typed.fine()
                    ? Desk.reached(contributions.offer(member.bearer(), form.key(), told))
                            .map(sent -> typed)
                            .onFailure(Desk::refused)
                            .recoverWithItem(refused -> refused(typed, Refusal.of(refused)))
                    : Uni.createFrom().item(typed);
        });
    }

    /** As {@link #offer}, of what was told before. */
    Uni<Typed> revise(ShopMember member, UUID id, StoryForm form) {
        return stored(member, form)
                .flatMap(typed -> typed.fine()
                        ? Desk.reached(contributions.revise(
                                        member.bearer(),
                                        form.ifMatch(),
                                        id,
                                        content(typed).toString()))
                                .map(sent -> typed)
                                .onFailure(Desk::refused)
                                .recoverWithItem(refused -> refused(typed, Refusal.of(refused)))
                        : Uni.createFrom().item(typed));
    }

    /** What was typed, with the id of a picture that came with it. */
    private Uni<Typed> stored(ShopMember member, StoryForm form) {
        boolean removed = !form.one("remove").isEmpty();
        Typed typed = Typed.of(form.one("body"), removed ? "" : form.one("asset"));
        if (typed.text().isBlank()) {
            return Uni.createFrom()
                    .item(typed.wrong(Map.of("text", desk.offers().tellEmpty()), null));
        }
        if (form.upload() == null) {
            return Uni.createFrom().item(typed);
        }
        return Desk.reached(assets.uploadFor(
                        member.bearer(),
                        form.key() + "-" + form.upload().bytes(),
                        member.slug(),
                        form.upload().file(),
                        form.upload().said().metadata()))
                .map(asset -> typed.with(asset.path("id").asText()))
                .onFailure(Desk::refused)
                .recoverWithItem(refused ->
                        typed.wrong(Map.of("file", Refusal.of(refused).first()), null));
    }

    private Typed refused(Typed typed, Refusal refusal) {
        Map<String, String> errors = new HashMap<>(refusal.fields());
        if (errors.remove("asset") != null) {
            errors.put("file", desk.offers().tellPictureGone());
            return typed.with("").wrong(errors, null);
        }
        String whole = refusal.outdated() ? desk.words().changedMeanwhile() : refusal.sentence();
        return typed.wrong(errors, errors.isEmpty() ? whole : null);
    }

    private static ObjectNode content(Typed typed) {
        ObjectNode content = JsonNodeFactory.instance.objectNode().put("text", typed.text());
        return typed.sent() ? content.put("asset", typed.asset()) : content.putNull("asset");
    }
}
