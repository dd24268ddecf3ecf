package nl.etalage.standin.post;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.vertx.ext.web.Router;
import java.util.List;
import nl.etalage.standin.account.Account;
import nl.etalage.standin.account.Accounts;
import nl.etalage.standin.api.Address;
import nl.etalage.standin.api.Answer;
import nl.etalage.standin.api.ApiCall;
import nl.etalage.standin.api.ApiServing;
import nl.etalage.standin.api.Refusal;
import nl.etalage.standin.json.Json;

/** https://docs.joinmastodon.org/methods/accounts/ */
public final class AccountRoutes {
    private static final int USUAL_LIMIT = 20;

    private final Accounts accounts;
    private final Posts posts;
    private final Profiles profiles;
    private final StatusView view;
    private final Address address;

    public AccountRoutes(Accounts accounts, Posts posts, Profiles profiles, StatusView view, Address address) {
        this.accounts = accounts;
        this.posts = posts;
        this.profiles = profiles;
        this.view = view;
        this.address = address;
    }

    public void mount(Router router, ApiServing serving) {
        router.get("/api/v1/accounts/verify_credentials")
                .handler(serving.to(call -> Answer.ok(profiles.own(call.caller()))));
        router.get("/api/v1/accounts/lookup").handler(serving.to(this::lookup));
        router.get("/api/v1/accounts/:id/statuses").handler(serving.to(this::statuses));
    }

    private Answer lookup(ApiCall call) {
        return Answer.ok(
                call.query("acct").flatMap(accounts::named).map(profiles::of).orElseThrow(Refusal::notFound));
    }

    private Answer statuses(ApiCall call) {
        Account account = accounts.withId(call.id()).orElseThrow(Refusal::notFound);
        boolean own = call.asker().filter(account::equals).isPresent();
        Range range = range(call);
        List<Post> page =
                posts.of(account.name(), range, post -> own || post.visibility().open());
        ArrayNode body = Json.array();
        page.forEach(post -> body.add(view.of(post, own)));
        return withLinks(Answer.ok(body), page, account, range.limit());
    }

    private static Range range(ApiCall call) {
        int limit = call.query("limit")
                .map(text -> (int) Math.max(0, Math.min(2L * USUAL_LIMIT, Math.abs(number(text)))))
                .orElse(USUAL_LIMIT);
        Long before = call.query("max_id").map(AccountRoutes::number).orElse(null);
        Long next = call.query("min_id").map(AccountRoutes::number).orElse(null);
        Long after = next != null
                ? next
                : call.query("since_id").map(AccountRoutes::number).orElse(null);
        return new Range(before, after, next != null, limit);
    }

    /** https://docs.joinmastodon.org/api/guidelines/#pagination */
    private Answer withLinks(Answer answer, List<Post> page, Account account, int limit) {
        if (page.isEmpty()) {
            return answer;
        }
        String here = address.url("/api/v1/accounts/" + account.id() + "/statuses?limit=" + limit);
        String prev = "<" + here + "&min_id=" + page.get(0).id() + ">; rel=\"prev\"";
        if (page.size() < limit) {
            return answer.with("Link", prev);
        }
        String next = "<" + here + "&max_id=" + page.get(page.size() - 1).id() + ">; rel=\"next\"";
        return answer.with("Link", next + ", " + prev);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text.trim());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
