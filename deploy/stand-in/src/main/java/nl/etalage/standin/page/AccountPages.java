package nl.etalage.standin.page;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.etalage.standin.account.Account;
import nl.etalage.standin.account.Accounts;
import nl.etalage.standin.html.Html;
import nl.etalage.standin.mail.Mail;
import nl.etalage.standin.mail.MailFolder;
import nl.etalage.standin.post.Post;
import nl.etalage.standin.post.PostHtml;
import nl.etalage.standin.post.Posts;
import nl.etalage.standin.post.Profiles;
import nl.etalage.standin.post.Range;

/** Who posts here, and what. */
final class AccountPages {
    private static final int ACCOUNTS = 100;
    private static final int POSTS = 20;
    private static final int MAILS = 5;

    private final Accounts accounts;
    private final Posts posts;
    private final Profiles profiles;
    private final MailFolder mails;
    private final PostCard card;

    AccountPages(Accounts accounts, Posts posts, Profiles profiles, MailFolder mails, PostCard card) {
        this.accounts = accounts;
        this.posts = posts;
        this.profiles = profiles;
        this.mails = mails;
        this.card = card;
    }

    void mount(Router router, PageServing serving) {
        router.get("/").handler(serving.to(this::home));
        router.get("/tags/:tag").handler(serving.to(this::tagged));
        router.get("/@:name").handler(serving.to(this::account));
        router.get("/@:name/:id").handler(serving.to(this::post));
    }

    private Optional<Html> home(RoutingContext context) throws IOException {
        List<Account> list = accounts.after(PageServing.query(context, "after"), ACCOUNTS);
        Html rows = Html.join(list.stream().map(this::row));
        Html next = list.size() < ACCOUNTS
                ? Html.EMPTY
                : Html.of(
                        "<p class=\"older\"><a href=\"/?after={}\">Volgende accounts</a></p>",
                        list.get(list.size() - 1).name());
        return Optional.of(Layout.page(
                "Accounts",
                Html.of(
                        "<h1>Accounts</h1>\n{}{}\n<h2>Laatste mail</h2>\n{}",
                        list.isEmpty()
                                ? Html.of("<p class=\"empty\">Er heeft nog niemand iets geplaatst.</p>")
                                : Html.of("<ul class=\"accounts\">{}</ul>", rows),
                        next,
                        latestMail())));
    }

    private Html row(Account account) {
        int count = posts.count(account.name());
        Html last = profiles.lastPost(account)
                .map(at -> Html.of(", laatst {}", Layout.moment(at)))
                .orElse(Html.EMPTY);
        return Html.of(
                "<li><img class=\"avatar\" src=\"/avatars/{}.svg\" alt=\"\" width=\"48\" height=\"48\">"
                        + "<div><a href=\"/@{}\">@{}</a><p class=\"meta\">{}{}</p></div></li>\n",
                account.name(),
                account.name(),
                account.name(),
                count == 1 ? "1 bericht" : count + " berichten",
                last);
    }

    private Html latestMail() throws IOException {
        List<Mail> latest = mails.newest("", MAILS);
        if (latest.isEmpty()) {
            return Html.of("<p class=\"empty\">Er is nog geen mail.</p>");
        }
        Html rows = Html.join(latest.stream()
                .map(mail -> Html.of(
                        "<li><div><a href=\"/mail#mail-{}\">{}</a><p class=\"meta\">aan {}, {}</p></div></li>\n",
                        mail.name(),
                        mail.subject(),
                        mail.to(),
                        Layout.moment(mail.receivedAt()))));
        return Html.of("<ul class=\"mails\">{}</ul>\n<p class=\"older\"><a href=\"/mail\">Alle mail</a></p>", rows);
    }

    private Optional<Html> account(RoutingContext context) {
        return accounts.named(context.pathParam("name"))
                .map(account -> list(
                        "@" + account.name(),
                        "/@" + account.name(),
                        posts.of(account.name(), range(context), post -> true)));
    }

    private Optional<Html> tagged(RoutingContext context) {
        String tag = context.pathParam("tag").toLowerCase(Locale.ROOT);
        List<Post> found = posts.ofAll(
                range(context), post -> PostHtml.hashtags(post.text()).contains(tag));
        return found.isEmpty() ? Optional.empty() : Optional.of(list("#" + tag, "/tags/" + tag, found));
    }

    private Optional<Html> post(RoutingContext context) {
        return PageServing.number(context.pathParam("id"))
                .flatMap(posts::find)
                .filter(post -> post.account().equalsIgnoreCase(context.pathParam("name")))
                .map(post -> Layout.page(
                        "Bericht van @" + post.account(),
                        Html.of("<h1>Bericht van @{}</h1>\n{}", post.account(), card.of(post))));
    }

    private Html list(String title, String path, List<Post> found) {
        Html shown = found.isEmpty()
                ? Html.of("<p class=\"empty\">Hier staan geen berichten meer.</p>")
                : Html.join(found.stream().map(card::of));
        String last =
                found.isEmpty() ? "" : Long.toString(found.get(found.size() - 1).id());
        return Layout.page(
                title, Html.of("<h1>{}</h1>\n{}{}", title, shown, Layout.older(path, last, found.size() == POSTS)));
    }

    private static Range range(RoutingContext context) {
        return PageServing.number(PageServing.query(context, "before"))
                .map(id -> Range.before(id, POSTS))
                .orElse(Range.newest(POSTS));
    }
}
