package nl.etalage.scheduling.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.etalage.scheduling.ops.ServiceToken;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Whom a letter is for: whoever planned it, else the shop's managers, else its publishers; for a shop where nobody has an
 * account yet, the mailbox that shops-service then gives.
 */
@ApplicationScoped
class Recipients {

    private final ShopsService shops;
    private final ServiceToken token;

    Recipients(@RestClient ShopsService shops, ServiceToken token) {
        this.shops = shops;
        this.token = token;
    }

    List<ShopsService.Contact> of(Letter letter) {
        ShopsService.Contacts found = shops.contacts("Bearer " + token.get(), letter.shop());
        List<ShopsService.Contact> reachable = found.items() == null
                ? List.of()
                : found.items().stream().filter(Recipients::reachable).toList();
        List<ShopsService.Contact> creator = reachable.stream()
                .filter(person -> letter.creator() != null && letter.creator().equals(person.member()))
                .toList();
        List<ShopsService.Contact> managers = reachable.stream()
                .filter(person -> "manager".equals(person.role()))
                .toList();
        return !creator.isEmpty() ? creator : !managers.isEmpty() ? managers : reachable;
    }

    private static boolean reachable(ShopsService.Contact person) {
        return person.email() != null && !person.email().isBlank();
    }
}
