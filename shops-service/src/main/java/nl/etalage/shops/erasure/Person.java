package nl.etalage.shops.erasure;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * By what a person can be known here.
 *
 * @param issuer and {@code subject} as they sign in; null for somebody who never did
 * @param members ids of their memberships, which stay in the trail
 * @param shops slugs of the shops they are or were a member of
 * @param names as they stand in memberships
 * @param emails as they stand in memberships, and as the request named them
 */
public record Person(
        String issuer, String subject, List<UUID> members, Set<String> shops, Set<String> names, Set<String> emails) {

    public Person {
        members = List.copyOf(members);
        shops = Set.copyOf(shops);
        names = Set.copyOf(names);
        emails = Set.copyOf(emails);
    }

    /** Also known by this address. */
    Person at(String email) {
        Set<String> all = new TreeSet<>(emails);
        if (email != null) {
            all.add(email);
        }
        return new Person(issuer, subject, members, shops, names, all);
    }

    /** The addresses in lower case, as addresses are compared. Holds one that nobody has, for a list may not be empty. */
    public Set<String> mailboxes() {
        return lower(emails);
    }

    /** The names in lower case, and one that nobody has. */
    public Set<String> namesInLowerCase() {
        return lower(names);
    }

    /** Whether this is an address of theirs. */
    public boolean has(String mailbox) {
        return mailbox != null && mailboxes().contains(mailbox.toLowerCase(Locale.ROOT));
    }

    /** Whether they are called so. */
    public boolean isCalled(String name) {
        return name != null && namesInLowerCase().contains(name.strip().toLowerCase(Locale.ROOT));
    }

    private static Set<String> lower(Collection<String> texts) {
        Set<String> all = new TreeSet<>(Set.of("@"));
        texts.forEach(text -> all.add(text.strip().toLowerCase(Locale.ROOT)));
        return all;
    }
}
