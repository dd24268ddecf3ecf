package nl.etalage.content.library;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.etalage.content.access.Shop;

/** Stories that another feature chose, as the library shows them: same visibility, same item, same tag. */
@ApplicationScoped
public class ChosenStories {

    private final ReadLibrary read;
    private final ShowItem show;
    private final LibraryTag tags;

    ChosenStories(ReadLibrary read, ShowItem show, LibraryTag tags) {
        this.read = read;
        this.show = show;
        this.tags = tags;
    }

    /** Ready to show and in the order asked; what the shop may not use now is left out. */
    public List<LibraryItem> show(Shop shop, Collection<UUID> stories, Instant now) {
        if (stories.isEmpty()) {
            return List.of();
        }
        Map<UUID, LibraryRow> rows = read.some(shop.slug(), stories, now).stream()
                .collect(Collectors.toMap(LibraryRow::story, Function.identity()));
        List<LibraryRow> ordered =
                stories.stream().filter(rows::containsKey).map(rows::get).toList();
        return show.show(ordered, new ShowItem.Setting(shop, LocalDate.ofInstant(now, shop.zone()), false));
    }

    /** The ETag of an answer about the shop's library; the question tells it from other answers. */
    public String tag(String question, Shop shop, Instant now) {
        return tags.of(question, shop, now);
    }
}
