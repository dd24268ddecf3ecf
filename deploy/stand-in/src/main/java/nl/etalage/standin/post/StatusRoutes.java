package nl.etalage.standin.post;

import io.vertx.ext.web.Router;
import nl.etalage.standin.account.Account;
import nl.etalage.standin.api.Answer;
import nl.etalage.standin.api.ApiCall;
import nl.etalage.standin.api.ApiServing;
import nl.etalage.standin.api.Refusal;

/** https://docs.joinmastodon.org/methods/statuses/ */
public final class StatusRoutes {
    private final Posts posts;
    private final StatusView view;

    public StatusRoutes(Posts posts, StatusView view) {
        this.posts = posts;
        this.view = view;
    }

    public void mount(Router router, ApiServing serving) {
        router.post("/api/v1/statuses").handler(serving.to(this::publish));
        router.get("/api/v1/statuses/:id").handler(serving.to(this::look));
        router.delete("/api/v1/statuses/:id").handler(serving.to(this::remove));
    }

    private Answer publish(ApiCall call) {
        Account author = call.caller();
        Draft draft = Draft.from(call.fields());
        String key = call.header("Idempotency-Key").orElse(null);
        return Answer.ok(view.of(posts.publish(author, draft, key), true));
    }

    private Answer look(ApiCall call) {
        Post post = posts.find(call.id()).orElseThrow(Refusal::notFound);
        boolean own = isBy(call, post);
        if (!own && !post.visibility().open()) {
            throw Refusal.notFound();
        }
        return Answer.ok(view.of(post, own));
    }

    private Answer remove(ApiCall call) {
        boolean withMedia = call.query("delete_media").filter("true"::equals).isPresent();
        return Answer.ok(view.source(posts.remove(call.caller(), call.id(), withMedia)));
    }

    private static boolean isBy(ApiCall call, Post post) {
        return call.asker().map(Account::name).filter(post.account()::equals).isPresent();
    }
}
