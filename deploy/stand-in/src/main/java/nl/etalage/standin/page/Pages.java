package nl.etalage.standin.page;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import nl.etalage.standin.account.Accounts;
import nl.etalage.standin.mail.MailFolder;
import nl.etalage.standin.media.MediaLibrary;
import nl.etalage.standin.post.Posts;
import nl.etalage.standin.post.Profiles;

/** Everything for people. */
public final class Pages {
    private final AccountPages accountPages;
    private final MailPages mailPages;
    private final Pictures pictures;

    public Pages(Accounts accounts, Posts posts, Profiles profiles, MediaLibrary library, MailFolder mails) {
        this.accountPages = new AccountPages(accounts, posts, profiles, mails, new PostCard(library));
        this.mailPages = new MailPages(mails);
        this.pictures = new Pictures(accounts, library);
    }

    /** Takes every path that isn't taken yet. */
    public void mount(Router router, Vertx vertx) {
        router.route().handler(PageServing::protect).failureHandler(PageServing::sendFailure);
        PageServing serving = new PageServing(vertx);
        accountPages.mount(router, serving);
        mailPages.mount(router, serving);
        pictures.mount(router);
        router.route().handler(context -> context.fail(404));
    }
}
