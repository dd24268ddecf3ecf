package nl.etalage.content.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.etalage.content.export.ExportItem;
import nl.etalage.content.export.ExportKind;
import nl.etalage.content.export.Exported;

/** What a shop offered before it was asked for something else, in its export. */
@ApplicationScoped
class ExportedEarlierTexts implements Exported {

    private final EarlierTexts earlier;

    ExportedEarlierTexts(EarlierTexts earlier) {
        this.earlier = earlier;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.CONTRIBUTION_TEXT;
    }

    @Override
    public List<ExportItem> read(String shop, String after, int limit) {
        return earlier.ofShop(shop, Exported.id(after), limit).stream()
                .map(EarlierTextView::of)
                .map(view -> ExportItem.of(kind(), view.id(), view))
                .toList();
    }
}
