package nl.etalage.content.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.etalage.content.export.ExportItem;
import nl.etalage.content.export.ExportKind;
import nl.etalage.content.export.Exported;

/** Since when a shop takes part in which campaign, in its export. */
@ApplicationScoped
class ExportedParticipations implements Exported {

    private final Participations participations;

    ExportedParticipations(Participations participations) {
        this.participations = participations;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.PARTICIPATION;
    }

    @Override
    public List<ExportItem> read(String shop, String after, int limit) {
        return participations.ofShop(shop, Exported.id(after), limit).stream()
                .map(participation -> ExportItem.of(kind(), participation.campaign(), participation))
                .toList();
    }
}
