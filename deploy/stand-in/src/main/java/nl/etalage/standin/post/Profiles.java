package nl.etalage.standin.post;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import nl.etalage.standin.account.Account;
import nl.etalage.standin.account.AccountView;

/** Accounts with what they posted. */
public final class Profiles {
    private final Posts posts;
    private final AccountView view;

    public Profiles(Posts posts, AccountView view) {
        this.posts = posts;
        this.view = view;
    }

    ObjectNode of(Account account) {
        return view.of(account, posts.count(account.name()), lastPost(account));
    }

    ObjectNode own(Account account) {
        return view.own(account, posts.count(account.name()), lastPost(account));
    }

    /** When it posted last. */
    public Optional<Instant> lastPost(Account account) {
        return posts.of(account.name(), Range.newest(1), post -> true).stream()
                .map(Post::createdAt)
                .findFirst();
    }
}
