package nl.etalage.shops.integration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import nl.etalage.paging.Page;
import nl.etalage.paging.PageRequest;
import nl.etalage.shops.access.Visitor;
import nl.etalage.shops.shop.ShopRepository;

/** Shows the integrations of a shop. */
@ApplicationScoped
public class ReadIntegrations {

    /** Comes before every id. */
    private static final UUID START = new UUID(0, 0);

    private final ShopRepository shops;
    private final IntegrationRepository integrations;
    private final Visitor visitor;

    ReadIntegrations(ShopRepository shops, IntegrationRepository integrations, Visitor visitor) {
        this.shops = shops;
        this.integrations = integrations;
        this.visitor = visitor;
    }

    Page<IntegrationDocument> list(String slug, Integer limit, String pageToken) {
        String shop = shops.require(slug, visitor.reach()).slug();
        PageRequest page = PageRequest.of(limit, pageToken, "integrations of " + shop);
        UUID after = page.first() ? START : UUID.fromString(page.after().get(0));
        List<Integration> found = integrations.list(shop, after, page.limit() + 1);
        return page.page(found, integration -> List.of(integration.id().toString()), Integration::document);
    }

    IntegrationDocument read(String slug, UUID id) {
        return integrations.require(slug, id).document();
    }

    List<IntegrationUse> uses(String slug, UUID id) {
        return integrations.require(slug, id).clients().stream()
                .map(IntegrationClient::use)
                .toList();
    }
}
