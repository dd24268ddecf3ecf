package nl.etalage.scheduling;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.ResourceArg;
import java.util.HashMap;
import java.util.Map;
import nl.etalage.standin.StandInOptions;
import nl.etalage.standin.StandInPlatform;
import nl.etalage.testing.FakeNeighbour;
import nl.etalage.testing.ServicePostgres;
import nl.etalage.testing.TestIssuer;

/** All that stands around this service, over real HTTP and SMTP: the other services, a platform and a mail server. */
@QuarkusTestResource(value = ServicePostgres.class, initArgs = @ResourceArg(name = "service", value = "scheduling"))
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(Neighbours.class)
public final class Neighbours implements QuarkusTestResourceLifecycleManager {

    /** Base64 of 32 bytes; any will do. */
    static final String KEY = "q1jVb0xVq8o7m3b3Xk3l9Jm5f0pV8r8yQn2sT4uW6aA=";

    private static FakeNeighbour shops;
    private static FakeNeighbour content;
    private static StandInPlatform platform;
    private static GreenMail mail;

    @Override
    public Map<String, String> start() {
        shops = FakeNeighbour.start();
        shops.feed("/events");
        content = FakeNeighbour.start();
        content.feed("/events?feed=work");
        platform = StandInPlatform.start(StandInOptions.defaults().withRateLimit(100_000));
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        Map<String, String> settings = new HashMap<>();
        settings.put("etalage.shops-url", shops.url().toString());
        settings.put("etalage.content-url", content.url().toString());
        settings.put("etalage.public-url", "http://gateway.example");
        settings.put("etalage.platforms.allowed-private", platform.url());
        settings.put("etalage.sandbox.servers", platform.url());
        settings.put("etalage.platforms.call-timeout", "2s");
        settings.put("etalage.credentials-key", KEY);
        settings.put("etalage.mail.host", "127.0.0.1");
        settings.put("etalage.mail.port", String.valueOf(mail.getSmtp().getPort()));
        settings.put("etalage.mail.from", "etalage@gateway.example");
        return settings;
    }

    @Override
    public void stop() {
        if (mail != null) {
            mail.stop();
        }
        if (platform != null) {
            platform.close();
        }
        if (content != null) {
            content.close();
        }
        if (shops != null) {
            shops.close();
        }
    }

    /** shops-service. */
    public static FakeNeighbour shops() {
        return shops;
    }

    /** content-service. */
    public static FakeNeighbour content() {
        return content;
    }

    /** The platform that behaves like Mastodon. */
    public static StandInPlatform platform() {
        return platform;
    }

    /** The mail server. */
    public static GreenMail mail() {
        return mail;
    }
}
