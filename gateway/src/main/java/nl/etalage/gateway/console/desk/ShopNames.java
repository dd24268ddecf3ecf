package nl.etalage.gateway.console.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** How shops are called. One whose name can't be had goes by its slug. */
@ApplicationScoped
class ShopNames {

    private static final Logger LOG = Logger.getLogger(ShopNames.class);

    private final NetworkClient network;

    ShopNames(@RestClient NetworkClient network) {
        this.network = network;
    }

    /** The names by slug; as many questions as slugs, which are those of one page. */
    Uni<Map<String, String>> of(Editor editor, List<String> slugs) {
        List<Uni<NetworkClient.Shop>> asked =
                slugs.stream().map(slug -> named(editor, slug)).toList();
        return asked.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : Uni.join().all(asked).andFailFast().map(shops -> {
                    Map<String, String> names = new HashMap<>();
                    shops.forEach(shop -> names.put(shop.slug(), shop.name() == null ? shop.slug() : shop.name()));
                    return names;
                });
    }

    private Uni<NetworkClient.Shop> named(Editor editor, String slug) {
        return network.shop(editor.bearer(), slug).onFailure().recoverWithItem(failure -> {
            LOG.infof("A page of the desk goes without the name of a shop: %s", failure.getMessage());
            return new NetworkClient.Shop(slug, slug, null);
        });
    }
}
