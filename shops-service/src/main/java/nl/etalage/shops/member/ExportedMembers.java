package nl.etalage.shops.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.etalage.shops.export.ExportItem;
import nl.etalage.shops.export.ExportKind;
import nl.etalage.shops.export.Exported;

/** The people of a shop in its export, as its manager sees them. */
@ApplicationScoped
class ExportedMembers implements Exported {

    private final MemberRepository members;

    ExportedMembers(MemberRepository members) {
        this.members = members;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.MEMBER;
    }

    @Override
    public List<ExportItem> read(String shop, String after, int limit) {
        return members.list(shop, Exported.id(after), limit).stream()
                .map(member -> ExportItem.of(kind(), member.id(), member.document()))
                .toList();
    }
}
