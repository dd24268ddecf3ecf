package nl.etalage.scheduling.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.ZoneOffset;
import nl.etalage.audittrail.AuditTrail;
import nl.etalage.scheduling.InputCheck;
import nl.etalage.scheduling.SchedulingProblem;
import nl.etalage.scheduling.access.Access;
import nl.etalage.scheduling.access.Permission;
import nl.etalage.scheduling.ops.Ids;
import nl.etalage.scheduling.platform.PlatformName;

/** A manager connects a channel. */
@ApplicationScoped
class ConnectChannel {

    private final Access access;
    private final Accounts accounts;
    private final SandboxRule sandbox;
    private final EntityManager database;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    ConnectChannel(
            Access access,
            Accounts accounts,
            SandboxRule sandbox,
            EntityManager database,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.access = access;
        this.accounts = accounts;
        this.sandbox = sandbox;
        this.database = database;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    Channel connect(NewChannel wanted) {
        if (wanted == null || wanted.shop() == null) {
            new InputCheck().required("/shop", null).done();
        }
        access.toWrite().at(wanted.shop(), Permission.CONNECT);
        check(wanted);
        sandbox.check(wanted.shop(), wanted.credentials());
        Channel channel = new Channel(
                ids.next(), wanted.shop(), wanted.platform(), wanted.details().profile(), clock.instant());
        if (wanted.credentials() != null) {
            accounts.connect(channel, wanted.credentials());
        }
        database.persist(channel);
        database.flush();
        database.createNativeQuery("INSERT INTO turn (channel, not_before) VALUES (?1, ?2)")
                .setParameter(1, channel.id())
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
        audit.record("channel.connected", channel.shop(), "channel/" + channel.id());
        return channel;
    }

    private static void check(NewChannel wanted) {
        InputCheck check = new InputCheck().required("/platform", wanted.platform());
        wanted.details().check(check);
        check.done();
        if (!wanted.platform().available()) {
            throw SchedulingProblem.PLATFORM_NOT_YET.at(
                    "/platform", wanted.platform().word());
        }
        boolean byHand = wanted.platform() == PlatformName.ASSISTED;
        if (byHand) {
            check.required("/account", wanted.account());
        } else {
            check.required("/credentials", wanted.credentials());
        }
        check.wrongIf(byHand && wanted.credentials() != null, "/credentials", "no-credentials")
                .done();
    }
}
