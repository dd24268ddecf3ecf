package nl.etalage.scheduling.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.etalage.problem.Sentences;
import nl.etalage.scheduling.export.ExportItem;
import nl.etalage.scheduling.export.ExportKind;
import nl.etalage.scheduling.export.Exported;

/** The publications of a shop in its export, as its people see them. */
@ApplicationScoped
class ExportedPublications implements Exported {

    private final PublicationRepository publications;
    private final PublicationViews views;

    ExportedPublications(PublicationRepository publications, PublicationViews views) {
        this.publications = publications;
        this.views = views;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.PUBLICATION;
    }

    @Override
    public List<ExportItem> read(String shop, String after, int limit, Sentences sentences) {
        return views.of(publications.all(shop, Exported.id(after), limit), sentences).stream()
                .map(view -> ExportItem.of(kind(), view.id(), view))
                .toList();
    }
}
