package nl.etalage.gateway.limits;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A gateway of which the bounds are soon reached, behind a proxy of ours on this machine that says who calls. */
public final class StrictGateway implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "etalage.trusted-proxies", "127.0.0.0/8",
                "etalage.limits.credential.per-second", "1",
                "etalage.limits.credential.burst", "20",
                "etalage.limits.address.per-second", "1",
                "etalage.limits.address.burst", "10",
                "etalage.load.calls", "2",
                "etalage.load.pages", "1");
    }
}
