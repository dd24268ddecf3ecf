package nl.etalage.scheduling.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import nl.etalage.audittrail.AuditTrail;
import nl.etalage.conditionalupdate.IfMatch;
import nl.etalage.conditionalupdate.MergePatch;
import nl.etalage.problem.HttpProblem;
import nl.etalage.scheduling.InputCheck;
import nl.etalage.scheduling.SchedulingProblem;
import nl.etalage.scheduling.access.Access;
import nl.etalage.scheduling.access.Permission;
import nl.etalage.scheduling.access.Standing;
import nl.etalage.scheduling.platform.PlatformName;

/** A manager changes what a channel is for, connects it anew, or disconnects it. */
@ApplicationScoped
class ChangeChannel {

    private final Access access;
    private final ChannelRepository channels;
    private final Accounts accounts;
    private final SandboxRule sandbox;
    private final ObjectMapper json;
    private final AuditTrail audit;
    private final Event<ChannelDisconnected> disconnected;

    ChangeChannel(
            Access access,
            ChannelRepository channels,
            Accounts accounts,
            SandboxRule sandbox,
            ObjectMapper json,
            AuditTrail audit,
            Event<ChannelDisconnected> disconnected) {
        this.access = access;
        this.channels = channels;
        this.accounts = accounts;
        this.sandbox = sandbox;
        this.json = json;
        this.audit = audit;
        this.disconnected = disconnected;
    }

    Channel change(UUID id, String ifMatch, JsonNode patch) throws JsonProcessingException {
        Channel channel = hold(id, ifMatch);
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
            sandbox.check(channel.shop(), wanted.credentials());
            accounts.connect(channel, wanted.credentials());
        }
        channel.describe(wanted.details().profile());
        channels.flush();
        audit.record("channel.changed", channel.shop(), "channel/" + id);
        return channel;
    }

    void disconnect(UUID id, String ifMatch) {
        Channel channel = hold(id, ifMatch);
        if (busy(id)) {
            throw SchedulingProblem.CHANNEL_BUSY.because().header("Retry-After", "15");
        }
        channel.disconnect();
        disconnected.fire(new ChannelDisconnected(id, channel.shop()));
        channels.flush();
        audit.record("channel.disconnected", channel.shop(), "channel/" + id);
    }

    private Channel hold(UUID id, String ifMatch) {
        Standing standing = access.toWrite();
        Channel channel =
                channels.findToChange(id, standing.shops()).orElseThrow(() -> HttpProblem.NOT_FOUND.because());
        standing.at(channel.shop(), Permission.CONNECT);
        IfMatch.require(ifMatch, channel.version());
        return channel;
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
