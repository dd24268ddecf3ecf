package nl.etalage.shops.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import nl.etalage.paging.Page;
import nl.etalage.paging.PageRequest;
import nl.etalage.shops.access.Role;
import nl.etalage.shops.access.Standing;
import nl.etalage.shops.access.Visitor;

/** Shows members to those who may see them; mail addresses only to managers, admins and the person. */
@ApplicationScoped
public class ReadMembers {

    /** Comes before every id. */
    private static final UUID START = new UUID(0, 0);

    private final MemberRepository members;
    private final Visitor visitor;

    ReadMembers(MemberRepository members, Visitor visitor) {
        this.members = members;
        this.visitor = visitor;
    }

    Page<MemberDocument> list(Team team, Integer limit, String pageToken) {
        PageRequest page = PageRequest.of(limit, pageToken, "members of " + team.shop());
        UUID after = page.first() ? START : UUID.fromString(page.after().get(0));
        List<Member> found = members.list(team.shop(), after, page.limit() + 1);
        return page.page(found, member -> List.of(member.id().toString()), member -> shown(team, member));
    }

    MemberDocument read(Team team, UUID id) {
        return shown(team, members.require(team.shop(), id));
    }

    private MemberDocument shown(Team team, Member member) {
        Standing standing = visitor.standing();
        boolean withEmail = standing.hasCentral(Role.ADMIN)
                || (team.shop() != null && standing.has(Role.MANAGER, team.shop()))
                || member.is(standing.caller());
        return withEmail ? member.document() : member.document().withoutEmail();
    }
}
