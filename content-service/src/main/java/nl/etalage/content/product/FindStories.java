package nl.etalage.content.product;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.etalage.content.access.Shop;
import nl.etalage.content.library.ChosenStories;
import nl.etalage.content.library.LibraryItem;
import nl.etalage.paging.Page;
import nl.etalage.paging.PageRequest;

/** Finds the stories of products: those that name the product, else those of its maker or brand. */
@ApplicationScoped
class FindStories {

    private final ProductIndex index;
    private final ChosenStories stories;

    FindStories(ProductIndex index, ChosenStories stories) {
        this.index = index;
        this.stories = stories;
    }

    /** A page of stories the shop may use now, newest first. Row-level security is entered for that shop. */
    ProductPage find(Shop shop, List<AskedKey> asked, PageRequest request, Instant now) {
        List<StockedProduct> stocked = index.stocked(shop.slug(), asked);
        List<Wanted> wanted = asked.stream().map(key -> Wanted.of(key, stocked)).toList();
        Set<String> found = index.found(shop.slug(), now, all(wanted, Wanted::product));
        Set<String> keys = all(wanted, one -> one.answering(found));
        Page<ProductIndex.Hit> page = request.page(
                index.page(shop.slug(), now, keys, request),
                hit -> List.of(hit.appearedAt().toString(), hit.story().toString()));
        Map<UUID, ProductIndex.Hit> hits =
                page.items().stream().collect(Collectors.toMap(ProductIndex.Hit::story, Function.identity()));
        List<LibraryItem> items = stories.show(
                shop, page.items().stream().map(ProductIndex.Hit::story).toList(), now);
        return new ProductPage(
                items.stream()
                        .map(item -> story(item, hits.get(item.id()).keys(), wanted, found))
                        .toList(),
                page.nextPageToken());
    }

    private static ProductStory story(LibraryItem item, List<String> keys, List<Wanted> wanted, Set<String> found) {
        List<AskedKey> answered = wanted.stream()
                .filter(one -> one.answering(found).stream().anyMatch(keys::contains))
                .map(Wanted::asked)
                .toList();
        return new ProductStory(item, Match.of(keys, item.type()), answered);
    }

    private static Set<String> all(List<Wanted> wanted, Function<Wanted, Set<String>> keys) {
        return wanted.stream()
                .flatMap(one -> keys.apply(one).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
