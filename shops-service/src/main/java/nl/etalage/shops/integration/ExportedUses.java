package nl.etalage.shops.integration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import nl.etalage.shops.export.ExportItem;
import nl.etalage.shops.export.ExportKind;
import nl.etalage.shops.export.Exported;

/** How the machines of a shop fare, in its export: one item per integration, with all its clients. */
@ApplicationScoped
class ExportedUses implements Exported {

    private final IntegrationRepository integrations;

    ExportedUses(IntegrationRepository integrations) {
        this.integrations = integrations;
    }

    private record Uses(UUID integration, List<IntegrationUse> clients) {}

    @Override
    public ExportKind kind() {
        return ExportKind.INTEGRATION_USE;
    }

    @Override
    public List<ExportItem> read(String shop, String after, int limit) {
        return integrations.list(shop, Exported.id(after), limit).stream()
                .map(integration -> new Uses(
                        integration.id(),
                        integration.clients().stream()
                                .map(IntegrationClient::use)
                                .toList()))
                .map(uses -> ExportItem.of(kind(), uses.integration(), uses))
                .toList();
    }
}
