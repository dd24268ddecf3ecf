package nl.etalage.shops.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.etalage.shops.erasure.Forgets;
import nl.etalage.shops.erasure.Person;
import nl.etalage.shops.link.LinkPurpose;
import nl.etalage.shops.link.Links;

/** Questions to shops that went to an address of the person. */
@ApplicationScoped
class ForgetMailboxes implements Forgets {

    private final JoiningRepository joinings;
    private final Links links;

    ForgetMailboxes(JoiningRepository joinings, Links links) {
        this.joinings = joinings;
        this.links = links;
    }

    @Override
    public String what() {
        return "mailboxes";
    }

    @Override
    public int forget(Person person) {
        List<Joining> found = joinings.sentTo(person.emails().isEmpty() ? List.of() : person.mailboxes());
        for (Joining joining : found) {
            joining.forgetMailbox();
            links.revoke(LinkPurpose.JOINING, joining.id());
        }
        joinings.flush();
        return found.size();
    }
}
