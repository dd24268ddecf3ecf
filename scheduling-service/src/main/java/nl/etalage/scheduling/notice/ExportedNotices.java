package nl.etalage.scheduling.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.etalage.problem.Sentences;
import nl.etalage.scheduling.export.ExportItem;
import nl.etalage.scheduling.export.ExportKind;
import nl.etalage.scheduling.export.Exported;

/** What the people of a shop were told, in its export. */
@ApplicationScoped
class ExportedNotices implements Exported {

    private final ReadNotices notices;

    ExportedNotices(ReadNotices notices) {
        this.notices = notices;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.NOTICE;
    }

    @Override
    public List<ExportItem> read(String shop, String after, int limit, Sentences sentences) {
        return notices.oldest(shop, Exported.id(after), limit, sentences).stream()
                .map(notice -> ExportItem.of(kind(), notice.id(), notice))
                .toList();
    }
}
