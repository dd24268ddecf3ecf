package nl.etalage.shops.shop;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.etalage.shops.erasure.Forgets;
import nl.etalage.shops.erasure.Person;

/**
 * How shops are reached, where that is by the person. A name alone says little, so it counts only at their own shops and
 * beside their own address.
 */
@ApplicationScoped
class ForgetContact implements Forgets {

    private final ContactBook contacts;

    ForgetContact(ContactBook contacts) {
        this.contacts = contacts;
    }

    @Override
    public String what() {
        return "contacts";
    }

    @Override
    public int forget(Person person) {
        List<ContactDocument> found = contacts.reaching(person);
        found.forEach(contact -> contacts.describe(contact.shop(), without(person, contact)));
        return found.size();
    }

    private static ContactDocument without(Person person, ContactDocument contact) {
        boolean theirs = person.has(contact.mailbox());
        return new ContactDocument(
                contact.shop(),
                theirs ? null : contact.mailbox(),
                person.isCalled(contact.contact()) ? null : contact.contact(),
                contact.telephone(),
                contact.version());
    }
}
