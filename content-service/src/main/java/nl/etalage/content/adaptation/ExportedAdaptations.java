package nl.etalage.content.adaptation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.etalage.content.export.ExportItem;
import nl.etalage.content.export.ExportKind;
import nl.etalage.content.export.Exported;

/** A shop's own versions in its export. */
@ApplicationScoped
class ExportedAdaptations implements Exported {

    private final AdaptationRepository adaptations;
    private final CompareSource compare;

    ExportedAdaptations(AdaptationRepository adaptations, CompareSource compare) {
        this.adaptations = adaptations;
        this.compare = compare;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.ADAPTATION;
    }

    @Override
    public List<ExportItem> read(String shop, String after, int limit) {
        return adaptations.ofShop(shop, Exported.id(after), limit).stream()
                .map(adaptation -> AdaptationView.of(adaptation, compare.pending(adaptation)))
                .map(view -> ExportItem.of(kind(), view.id(), view))
                .toList();
    }
}
