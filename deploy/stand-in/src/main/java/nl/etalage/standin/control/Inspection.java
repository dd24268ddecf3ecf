package nl.etalage.standin.control;

import java.util.List;
import java.util.Optional;
import nl.etalage.standin.api.Address;
import nl.etalage.standin.media.MediaLibrary;
import nl.etalage.standin.post.Post;
import nl.etalage.standin.post.Posts;
import nl.etalage.standin.post.Range;

/** Shows tests what was posted. */
public final class Inspection {
    /** More than a test posts, few enough to print. */
    private static final int MOST = 1_000;

    private final Posts posts;
    private final MediaLibrary library;
    private final Address address;

    public Inspection(Posts posts, MediaLibrary library, Address address) {
        this.posts = posts;
        this.library = library;
        this.address = address;
    }

    /** Newest first, at most 1,000; empty for an account that doesn't exist. */
    public List<PublishedPost> posts(String account) {
        return posts.of(account, Range.newest(MOST), post -> true).stream()
                .map(this::published)
                .toList();
    }

    private PublishedPost published(Post post) {
        List<PublishedPost.PublishedMedia> media = post.media().stream()
                .map(library::find)
                .flatMap(Optional::stream)
                .map(picture -> PublishedPost.of(picture, address.url(picture.path())))
                .toList();
        return PublishedPost.of(post, posts.requests(post), address.url(post.path()), media);
    }
}
