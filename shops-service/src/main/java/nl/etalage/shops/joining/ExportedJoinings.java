package nl.etalage.shops.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.etalage.shops.export.ExportItem;
import nl.etalage.shops.export.ExportKind;
import nl.etalage.shops.export.Exported;

/** How a shop was asked to join, in its export. */
@ApplicationScoped
class ExportedJoinings implements Exported {

    private final JoiningRepository joinings;

    ExportedJoinings(JoiningRepository joinings) {
        this.joinings = joinings;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.INVITATION;
    }

    @Override
    public List<ExportItem> read(String shop, String after, int limit) {
        return joinings.list(new JoiningRepository.Filter(null, shop, null), Exported.id(after), limit).stream()
                .map(Joining::view)
                .map(invitation -> ExportItem.of(kind(), invitation.id(), invitation))
                .toList();
    }
}
