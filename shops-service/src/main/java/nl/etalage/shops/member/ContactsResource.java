package nl.etalage.shops.member;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.etalage.rowsecurity.RowSecurity;
import nl.etalage.shops.access.Allowed;
import nl.etalage.shops.access.Permission;
import nl.etalage.shops.access.Reach;
import nl.etalage.shops.shop.ContactBook;
import nl.etalage.shops.shop.ContactDocument;
import nl.etalage.shops.shop.Shop;
import nl.etalage.shops.shop.ShopRepository;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Whom our other services write to about a shop; the only place that gives out mail addresses between services. */
@Path("/internal/contacts")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class ContactsResource {

    /** Nobody mails more people about one post. */
    private static final int MOST = 100;

    private final ShopRepository shops;
    private final MemberRepository members;
    private final ContactBook book;
    private final RowSecurity rowSecurity;
    private final Clock clock;

    ContactsResource(
            ShopRepository shops, MemberRepository members, ContactBook book, RowSecurity rowSecurity, Clock clock) {
        this.shops = shops;
        this.members = members;
        this.book = book;
        this.rowSecurity = rowSecurity;
        this.clock = clock;
    }

    /** A list as it goes over the wire. */
    public record Contacts(List<Contact> items) {}

    @GET
    @Allowed(Permission.SERVE_CONTACTS)
    @Operation(hidden = true)
    public Contacts contacts(@QueryParam("shop") String slug) {
        Shop shop = shops.require(slug, Reach.EVERYWHERE);
        rowSecurity.enter(List.of(shop.slug()));
        LocalDate today = LocalDate.ofInstant(clock.instant(), shop.zone());
        List<Contact> people = members.contacts(shop.slug(), today, MOST).stream()
                .map(member -> Contact.of(member.document(), shop.locale()))
                .toList();
        return new Contacts(people.isEmpty() ? mailbox(shop) : people);
    }

    private List<Contact> mailbox(Shop shop) {
        ContactDocument contact = book.of(shop.slug());
        return contact.mailbox() == null
                ? List.of()
                : List.of(Contact.of(contact, shop.document().name(), shop.locale()));
    }
}
