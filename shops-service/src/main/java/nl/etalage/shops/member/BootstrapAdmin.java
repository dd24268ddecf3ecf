package nl.etalage.shops.member;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import nl.etalage.rowsecurity.RowSecurity;
import nl.etalage.shops.access.Role;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Makes the first admin, without whom nobody could make anybody a member. Set by {@code etalage.bootstrap-admin} as
 * {@code <issuer>|<subject>}; ignored once the central group has an admin. Several instances may start at once.
 */
@ApplicationScoped
public class BootstrapAdmin {

    private static final Logger LOG = Logger.getLogger(BootstrapAdmin.class);

    private final Teams teams;
    private final MemberRepository members;
    private final AddMember addMember;
    private final RowSecurity rowSecurity;
    private final Clock clock;

    BootstrapAdmin(Teams teams, MemberRepository members, AddMember addMember, RowSecurity rowSecurity, Clock clock) {
        this.teams = teams;
        this.members = members;
        this.addMember = addMember;
        this.rowSecurity = rowSecurity;
        this.clock = clock;
    }

    @Transactional
    void start(
            @Observes StartupEvent event,
            @ConfigProperty(name = "etalage.bootstrap-admin") Optional<String> bootstrapAdmin) {
        bootstrapAdmin.ifPresent(this::makeIfNone);
    }

    /**
     * Makes the admin unless there is one.
     *
     * @param setting {@code <issuer>|<subject>}
     * @return whether an admin was made
     * @throws IllegalArgumentException when the setting has another form
     */
    @Transactional
    public boolean makeIfNone(String setting) {
        int bar = setting.lastIndexOf('|');
        if (bar < 1 || bar == setting.length() - 1) {
            throw new IllegalArgumentException("etalage.bootstrap-admin is written <issuer>|<subject>");
        }
        Team central = teams.centralForChange();
        rowSecurity.enterAll();
        if (members.hasAdminOn(LocalDate.ofInstant(clock.instant(), central.zone()))) {
            return false;
        }
        addMember.add(central, firstAdmin(setting.substring(0, bar), setting.substring(bar + 1)));
        LOG.info("The central group has its first admin, as etalage.bootstrap-admin says");
        return true;
    }

    private static MemberDocument firstAdmin(String issuer, String subject) {
        return new MemberDocument(null, null, subject, issuer, "Admin", null, Role.ADMIN, null, null, false, null);
    }
}
