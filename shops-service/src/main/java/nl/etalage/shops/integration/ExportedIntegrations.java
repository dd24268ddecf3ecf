package nl.etalage.shops.integration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.etalage.shops.export.ExportItem;
import nl.etalage.shops.export.ExportKind;
import nl.etalage.shops.export.Exported;

/** The machines of a shop in its export, without a secret. */
@ApplicationScoped
class ExportedIntegrations implements Exported {

    private final IntegrationRepository integrations;

    ExportedIntegrations(IntegrationRepository integrations) {
        this.integrations = integrations;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.INTEGRATION;
    }

    @Override
    public List<ExportItem> read(String shop, String after, int limit) {
        return integrations.list(shop, Exported.id(after), limit).stream()
                .map(integration -> ExportItem.of(kind(), integration.id(), integration.document()))
                .toList();
    }
}
