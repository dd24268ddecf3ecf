package nl.etalage.content.library;

import jakarta.enterprise.context.ApplicationScoped;
import nl.etalage.paging.Page;
import nl.etalage.paging.PageRequest;

/** Answers what is asked of a library. Whoever calls has entered the shop, and asks for the tag first. */
@ApplicationScoped
public class PullLibrary {

    private final ReadLibrary read;
    private final ShowItem show;
    private final LibraryTag tags;

    PullLibrary(ReadLibrary read, ShowItem show, LibraryTag tags) {
        this.read = read;
        this.show = show;
        this.tags = tags;
    }

    /** The ETag of a page, quoted; known without reading it. */
    public String tag(LibraryPull pull, PageRequest page) {
        return tags.of(pull.question(page), pull.shop(), pull.now());
    }

    /** A page, ready to show. */
    public Page<LibraryItem> page(LibraryPull pull, PageRequest page) {
        Page<FoundStory> found = page.page(read.page(pull, page), FoundStory::keys);
        return new Page<>(show.show(read.withContent(found.items()), pull.setting()), found.nextPageToken());
    }
}
