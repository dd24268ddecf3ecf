package nl.etalage.scheduling.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import nl.etalage.conditionalupdate.IfMatch;
import nl.etalage.conditionalupdate.MergePatch;
import nl.etalage.problem.HttpProblem;
import nl.etalage.scheduling.InputCheck;
import nl.etalage.scheduling.SchedulingProblem;
import nl.etalage.scheduling.access.Access;
import nl.etalage.scheduling.access.Part;
import nl.etalage.scheduling.access.Permission;
import nl.etalage.scheduling.access.Standing;
import nl.etalage.scheduling.audit.Audit;
import nl.etalage.scheduling.platform.PlatformName;

/** A manager changes what a channel is for, connects it anew, or disconnects it. */
@ApplicationScoped
class ChangeChannel {

    private final Access access;
    private final ChannelRepository channels;
    private final Accounts accounts;
    private final ObjectMapper json;
    private final Audit audit;
    private final Event<ChannelDisconnected> disconnected;

    ChangeChannel(
            Access access,
            ChannelRepository channels,
            Accounts accounts,
            ObjectMapper json,
            Audit audit,
            Event<ChannelDisconnected> disconnected) {
        this.access = access;
        this.channels = channels;
        this.accounts = accounts;
        this.json = json;
        this.audit = audit;
        this.disconnected = disconnected;
    }

    Channel change(UUID id, String ifMatch, JsonNode patch) throws JsonProcessingException {
        Held held = hold(id, ifMatch);
        Channel channel = held.channel();
        if (patch == null || !patch.isObject()) {
            new InputCheck().wrong("", "object").done();
        }
        JsonNode merged = MergePatch.apply(json.valueToTree(ChannelPatch.of(channel.profile())), patch);
        ChannelPatch wanted = json.treeToValue(merged, ChannelPatch.class);
        boolean byHand = channel.platform() == PlatformName.ASSISTED;
        InputCheck check = new InputCheck();
        wanted.details().check(check);
        check.wrongIf(byHand && wanted.credentials() != null, "/credentials", "no-credentials");
        if (byHand) {
            check.required("/account", wanted.account());
        }
        check.done();
        if (wanted.credentials() != null) {
            accounts.connect(channel, wanted.credentials());
        }
        channel.describe(wanted.details().profile());
        channels.flush();
        audit.record(channel.shop(), held.manager().actor(), "channel.changed", "channel/" + id);
        return channel;
    }

    void disconnect(UUID id, String ifMatch) {
        Held held = hold(id, ifMatch);
        Channel channel = held.channel();
        if (busy(id)) {
            throw SchedulingProblem.CHANNEL_BUSY.because().header("Retry-After", "15");
        }
        channel.disconnect();
        UUID by = held.manager().actor();
        disconnected.fire(new ChannelDisconnected(id, channel.shop(), by));
        channels.flush();
        audit.record(channel.shop(), by, "channel.disconnected", "channel/" + id);
    }

    private record Held(Channel channel, Part manager) {}

    private Held hold(UUID id, String ifMatch) {
        Standing standing = access.toWrite();
        Channel channel =
                channels.findToChange(id, standing.shops()).orElseThrow(() -> HttpProblem.NOT_FOUND.because());
        Part manager = standing.at(channel.shop(), Permission.CONNECT);
        IfMatch.require(ifMatch, channel.version());
        return new Held(channel, manager);
    }

    private boolean busy(UUID channel) {
        EntityManager database = channels.getEntityManager();
        return !database.createNativeQuery("SELECT 1 FROM publication WHERE channel = ?1 AND state = 'publishing'"
                        + " AND platform <> 'assisted' LIMIT 1")
                .setParameter(1, channel)
                .getResultList()
                .isEmpty();
    }
}
