package nl.etalage.scheduling.channel;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.UUID;
import nl.etalage.scheduling.InputCheck;
import nl.etalage.scheduling.SchedulingProblem;
import nl.etalage.scheduling.platform.Account;
import nl.etalage.scheduling.platform.ServerGuard;

/** Seals credentials as they come in and opens them for a call. */
@ApplicationScoped
public class Accounts {

    private static final int LONGEST_SERVER = 300;
    private static final int LONGEST_TOKEN = 4_000;
    private static final String SERVER = "/credentials/server";

    private final Vault vault;
    private final ServerGuard guard;

    /** Also for tests. */
    public Accounts(Vault vault, ServerGuard guard) {
        this.vault = vault;
        this.guard = guard;
    }

    /**
     * Connects a channel with what its owner gave.
     *
     * @throws nl.etalage.problem.ProblemException 422 when something is missing or the server may not be called
     */
    void connect(Channel channel, Credentials given) {
        new InputCheck()
                .required(SERVER, given.server())
                .required("/credentials/accessToken", given.accessToken())
                .atMost(SERVER, given.server(), LONGEST_SERVER)
                .atMost("/credentials/accessToken", given.accessToken(), LONGEST_TOKEN)
                .wrongIf(
                        given.accessToken() != null
                                && !given.accessToken().strip().matches("[\\x21-\\x7e]*"),
                        "/credentials/accessToken",
                        "token")
                .done();
        URI server = server(given.server());
        switch (guard.check(server)) {
            case FINE ->
                channel.connect(
                        server, vault.seal(channel.id(), given.accessToken().strip()));
            case UNKNOWN -> new InputCheck().wrong(SERVER, "server-unknown").done();
            case NOT_A_SERVER, PRIVATE -> throw SchedulingProblem.SERVER_REFUSED.at(SERVER);
        }
    }

    /** The account of a connected channel. */
    Account of(Channel channel) {
        return open(channel.id(), channel.server(), channel.sealed(), channel.platformAccount());
    }

    /** The account of a channel as a worker read it. */
    public Account open(SealedAccount account) {
        return open(
                account.channel(),
                account.server(),
                new Sealed(account.credentials(), account.keyId()),
                account.platformAccount());
    }

    private Account open(UUID channel, String server, Sealed sealed, String platformAccount) {
        return new Account(URI.create(server), vault.open(channel, sealed), platformAccount);
    }

    private static URI server(String text) {
        try {
            return URI.create(text.strip().replaceAll("/+$", ""));
        } catch (IllegalArgumentException malformed) {
            throw SchedulingProblem.SERVER_REFUSED.at(SERVER);
        }
    }
}
