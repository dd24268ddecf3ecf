package nl.etalage.content.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.etalage.content.export.ExportItem;
import nl.etalage.content.export.ExportKind;
import nl.etalage.content.export.Exported;

/** What a shop offered, in its export. */
@ApplicationScoped
class ExportedContributions implements Exported {

    private final ContributionRepository contributions;
    private final ShowContributions show;

    ExportedContributions(ContributionRepository contributions, ShowContributions show) {
        this.contributions = contributions;
        this.show = show;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.CONTRIBUTION;
    }

    @Override
    public List<ExportItem> read(String shop, String after, int limit) {
        return show.show(contributions.ofShop(shop, Exported.id(after), limit)).stream()
                .map(view -> ExportItem.of(kind(), view.id(), view))
                .toList();
    }
}
