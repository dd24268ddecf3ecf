package nl.etalage.scheduling.channel;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.etalage.paging.PageRequest;

/** The channels; always asked for the shops the caller may see. */
@ApplicationScoped
public class ChannelRepository implements PanacheRepositoryBase<Channel, UUID> {

    /** One channel of these shops. */
    public Optional<Channel> find(UUID id, Collection<String> shops) {
        return find("id = ?1 and shop in ?2", id, shops).firstResultOptional();
    }

    /** One channel of these shops, which nobody else changes until this transaction ends. */
    public Optional<Channel> findToChange(UUID id, Collection<String> shops) {
        return find("id = ?1 and shop in ?2", id, shops)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Reads a channel again and keeps it from changing until this transaction ends. */
    public void hold(Channel channel) {
        getEntityManager().refresh(channel, LockModeType.PESSIMISTIC_WRITE);
    }

    /** All channels a shop ever had, oldest first. */
    List<Channel> all(String shop, UUID after, int limit) {
        return find("shop = ?1 and id > ?2 order by id", shop, after)
                .range(0, limit - 1)
                .list();
    }

    /** The connected channels of a shop, oldest first, one more than the page holds. */
    List<Channel> list(String shop, PageRequest page) {
        UUID after =
                page.first() ? new UUID(0, 0) : UUID.fromString(page.after().get(0));
        return find("shop = ?1 and state <> ?2 and id > ?3 order by id", shop, ChannelState.DISCONNECTED, after)
                .range(0, page.limit())
                .list();
    }
}
