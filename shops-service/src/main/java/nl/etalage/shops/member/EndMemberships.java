package nl.etalage.shops.member;

import static nl.etalage.shops.ShopsProblem.MEMBER_NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.etalage.shops.erasure.Memberships;
import nl.etalage.shops.erasure.Person;

/** Ends all of a person's memberships: what lies in the past too, for it names them as well. */
@ApplicationScoped
class EndMemberships implements Memberships {

    private final MemberRepository members;
    private final Teams teams;
    private final LeaderRule leaders;
    private final MemberJournal journal;

    EndMemberships(MemberRepository members, Teams teams, LeaderRule leaders, MemberJournal journal) {
        this.members = members;
        this.teams = teams;
        this.leaders = leaders;
        this.journal = journal;
    }

    @Override
    public Person whose(UUID member) {
        MemberDocument document =
                members.findByIdOptional(member).map(Member::document).orElseThrow(MEMBER_NOT_FOUND::because);
        return of(document.issuer(), document.subject());
    }

    @Override
    public Person of(String issuer, String subject) {
        List<MemberDocument> found =
                members.ofPerson(issuer, subject).stream().map(Member::document).toList();
        return new Person(
                issuer,
                subject,
                found.stream().map(MemberDocument::id).toList(),
                found.stream()
                        .map(MemberDocument::shop)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                found.stream().map(MemberDocument::name).collect(Collectors.toSet()),
                found.stream()
                        .map(MemberDocument::email)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
    }

    @Override
    public List<String> end(Person person, boolean handOver) {
        List<String> handedOver = new ArrayList<>();
        List<MemberDocument> ending = person.members().stream()
                .map(members::findById)
                .map(Member::document)
                // Whoever erases at the same time locks the teams in the same order.
                .sorted(Comparator.comparing(MemberDocument::shop, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        for (MemberDocument member : ending) {
            Team team = member.shop() == null ? teams.centralForChange() : teams.forChange(member.shop());
            end(team, member, handOver);
            if (team.shop() != null && handOver && leaders.leaderless(team)) {
                journal.handedOver(team.shop());
                handedOver.add(team.shop());
            }
        }
        return handedOver;
    }

    private void end(Team team, MemberDocument document, boolean handOver) {
        Member member = members.require(team.shop(), document.id());
        leaders.keepOneOrHandOver(team, member, handOver);
        members.delete(member);
        members.flush();
        journal.removed(document);
    }
}
