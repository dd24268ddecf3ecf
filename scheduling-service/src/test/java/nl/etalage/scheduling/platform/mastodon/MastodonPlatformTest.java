package nl.etalage.scheduling.platform.mastodon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import nl.etalage.scheduling.platform.Account;
import nl.etalage.scheduling.platform.Outcome;
import nl.etalage.scheduling.platform.Picture;
import nl.etalage.scheduling.platform.Pictures;
import nl.etalage.scheduling.platform.PlatformHttp;
import nl.etalage.scheduling.platform.Post;
import nl.etalage.scheduling.platform.Removal;
import nl.etalage.scheduling.platform.ServerGuard;
import nl.etalage.scheduling.platform.Verification;
import nl.etalage.standin.StandInOptions;
import nl.etalage.standin.StandInPlatform;
import nl.etalage.standin.fault.Fault;
import nl.etalage.standin.fault.FaultKind;
import nl.etalage.testing.FakeNeighbour;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The connector against a platform that behaves and misbehaves like Mastodon, and against one that answers anything. */
class MastodonPlatformTest {

    private static final Duration QUICK = Duration.ofMillis(800);
    private static StandInPlatform standIn;
    private static FakeNeighbour stranger;
    private static Pictures.Fetched fetching = Pictures.Fetched.DONE;
    private static MastodonPlatform platform;
    private final String name = "m" + UUID.randomUUID().toString().substring(0, 8);
    private final Account account = new Account(URI.create(standIn.url()), "stand-in-" + name, null);

    @BeforeAll
    static void start() {
        standIn = StandInPlatform.start(
                StandInOptions.defaults().withRateLimit(10_000).withProcessing(0, Duration.ofMillis(600)));
        stranger = FakeNeighbour.start();
        ServerGuard guard =
                new ServerGuard(List.of(URI.create(standIn.url()), stranger.url(), URI.create("http://localhost:1")));
        platform = new MastodonPlatform(
                new PlatformHttp(guard, QUICK, QUICK),
                MastodonPlatformTest::picture,
                Clock.systemUTC(),
                Duration.ofSeconds(5));
    }

    @AfterAll
    static void stop() {
        standIn.close();
        stranger.close();
    }

    @BeforeEach
    void calm() {
        standIn.clearFaults();
        stranger.reset();
        fetching = Pictures.Fetched.DONE;
    }

    private static Pictures.Fetched picture(Picture picture, Path target) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
        Files.write(target, bytes.toByteArray());
        return fetching;
    }

    private static Post post(String text, Picture... pictures) {
        return new Post(UUID.randomUUID(), UUID.randomUUID(), text, "nl", List.of(pictures));
    }

    private static Picture jpeg(String altText) {
        return new Picture("http://x/api/v1/media/a/web.jpg", "image/jpeg", altText);
    }

    @Test
    void aPostHasItsTextLanguageKeyPictureAndAltText() {
        Post post = post("Tekst met <tekens> & \"meer\" é 🍫", jpeg("Twee kopjes – \"thee\"\r\nen koffie"));

        Outcome outcome = platform.publish(account, post);

        Outcome.Published published = assertInstanceOf(Outcome.Published.class, outcome);
        var there = standIn.posts(name).get(0);
        assertEquals(published.id(), there.id());
        assertEquals(published.permalink(), there.url());
        assertEquals(post.text(), there.text());
        assertEquals("nl", there.language());
        assertEquals(post.key().toString(), there.idempotencyKey());
        // The picture took longer than the upload (202): it was waited for.
        assertEquals("Twee kopjes – \"thee\"\r\nen koffie", there.media().get(0).description());
    }

    @Test
    void theSameRequestTwiceIsOnePost() {
        Post post = post("een keer");

        Outcome first = platform.publish(account, post);
        Outcome second = platform.publish(account, post);

        assertEquals(first, second);
        assertEquals(1, standIn.posts(name).size());
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPT_THEN_TIME_OUT, Uncertain",
        "ACCEPT_THEN_CLOSE, Uncertain",
        "TIME_OUT, Uncertain",
        "MALFORMED_BODY, Uncertain",
        "TOO_MANY_REQUESTS, Throttled",
        "UNAVAILABLE, Throttled",
        "TOKEN_REVOKED, Unauthorised",
        "SLOW, Published"
    })
    void aFaultWhilePostingIsTakenForWhatItIs(FaultKind kind, String outcome) {
        standIn.fault(
                Fault.of(kind).on("POST /api/v1/statuses").forAccount(name).delay(Duration.ofMillis(100)));

        Outcome answer = platform.publish(account, post("fout"));

        assertEquals(outcome, answer.getClass().getSimpleName());
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPT_THEN_TIME_OUT, NotSent",
        "ACCEPT_THEN_CLOSE, NotSent",
        "MALFORMED_BODY, NotSent",
        "TOO_MANY_REQUESTS, Throttled",
        "TOKEN_REVOKED, Unauthorised"
    })
    void aFaultBeforePostingMeansThatNothingIsThere(FaultKind kind, String outcome) {
        standIn.fault(Fault.of(kind).on("POST /api/v2/media").forAccount(name));

        Outcome answer = platform.publish(account, post("met foto", jpeg("foto")));

        assertEquals(outcome, answer.getClass().getSimpleName());
        assertEquals(0, standIn.posts(name).size());
    }

    @ParameterizedTest
    @CsvSource({"GONE, Refused", "UNAVAILABLE, NotSent"})
    void withoutItsPictureNothingIsPosted(Pictures.Fetched fetched, String outcome) {
        fetching = fetched;

        Outcome answer = platform.publish(account, post("zonder foto", jpeg("foto")));

        assertEquals(outcome, answer.getClass().getSimpleName());
        assertEquals(0, standIn.posts(name).size());
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "0, 1", "999999, 3600", "rommel, 30"})
    void aRetryAfterIsKeptWithinReason(String header, long seconds) {
        standIn.fault(Fault.of(FaultKind.TOO_MANY_REQUESTS)
                .on("POST /api/v1/statuses")
                .forAccount(name)
                .retryAfter(header));

        Outcome answer = platform.publish(account, post("rustig"));

        assertEquals(
                Duration.ofSeconds(seconds),
                assertInstanceOf(Outcome.Throttled.class, answer).retryAfter());
    }

    @Test
    void aServerThatIsNotThereMeansNotSent() {
        Account nowhere = new Account(URI.create("http://localhost:1"), "x", "1");

        assertInstanceOf(Outcome.NotSent.class, platform.publish(nowhere, post("nergens")));
        assertInstanceOf(Verification.Failing.class, platform.verify(nowhere));
        assertInstanceOf(Removal.Later.class, platform.remove(nowhere, "1"));
    }

    @Test
    void aServerInAPrivateNetworkIsNotEvenCalled() {
        Account inside = new Account(URI.create("https://127.0.0.1:9"), "x", "1");

        assertInstanceOf(Outcome.Refused.class, platform.publish(inside, post("binnen")));
    }

    @Test
    void theAllowanceThatIsUsedUpTellsWhenToComeBack() {
        try (StandInPlatform tight =
                StandInPlatform.start(StandInOptions.defaults().withRateLimit(1))) {
            MastodonPlatform connector = new MastodonPlatform(
                    new PlatformHttp(new ServerGuard(List.of(URI.create(tight.url()))), QUICK, QUICK),
                    MastodonPlatformTest::picture,
                    Clock.systemUTC(),
                    QUICK);

            Outcome outcome = connector.publish(
                    new Account(URI.create(tight.url()), "stand-in-" + name, null), post("de laatste"));

            Instant next = assertInstanceOf(Outcome.Published.class, outcome).nextAfter();
            assertTrue(next.isAfter(Instant.now().minusSeconds(1)), String.valueOf(next));
        }
    }

    @Test
    void aPostIsFoundByItsTextOrItsReferenceHoweverMuchWasPostedSince() {
        Post plain = post("Zoek <mij> & vind mij\n\nmet een lege regel");
        UUID id = UUID.randomUUID();
        Post linked = new Post(
                id, UUID.randomUUID(), "Lees verder https://winkel.example/x?utm_content=" + id, "nl", List.of());
        Outcome first = platform.publish(account, plain);
        Outcome second = platform.publish(account, linked);
        for (int i = 0; i < 45; i++) {
            platform.publish(account, post("ander bericht " + i));
        }

        assertEquals(idOf(first), idOf(platform.find(account, plain, Instant.now())));
        assertEquals(idOf(second), idOf(platform.find(account, linked, Instant.now())));
        assertInstanceOf(Outcome.Absent.class, platform.find(account, post("nooit geplaatst"), Instant.now()));
    }

    private static String idOf(Outcome outcome) {
        return assertInstanceOf(Outcome.Published.class, outcome).id();
    }

    @Test
    void whatCannotBeReadIsNotProofOfAbsence() {
        platform.publish(account, post("x"));
        standIn.fault(Fault.of(FaultKind.MALFORMED_BODY)
                .on("GET /api/v1/accounts/*/statuses")
                .forAccount(name));

        assertInstanceOf(Outcome.Uncertain.class, platform.find(account, post("y"), Instant.now()));
    }

    @Test
    void aRemovedPostIsGoneAndRemovingItAgainIsFine() {
        String id = idOf(platform.publish(account, post("weg ermee")));

        assertInstanceOf(Removal.Gone.class, platform.remove(account, id));
        assertInstanceOf(Removal.Gone.class, platform.remove(account, id));
        assertEquals(0, standIn.posts(name).size());
    }

    @Test
    void aVerifiedAccountTellsItsNameAndLimits() {
        Verification.Healthy healthy = assertInstanceOf(Verification.Healthy.class, platform.verify(account));

        assertEquals("@" + name + "@" + URI.create(standIn.url()).getAuthority(), healthy.handle());
        assertEquals(500, healthy.characterLimit());
        assertEquals(23, healthy.urlLength());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "5",
                "\"x\"",
                "{\"id\":null}",
                "{\"id\":{}}",
                "<html>",
                "{\"id\":\"1\"",
                "\u0000",
                "[[[[[[[[[["
            })
    void noAnswerOfAStrangerBreaksUs(String body) {
        stranger.answer("POST", "/api/v1/statuses", 200, body);
        stranger.answer("GET", "/api/v1/accounts/1/statuses", 200, body);
        stranger.answer("GET", "/api/v1/accounts/verify_credentials", 200, body);
        Account theirs = new Account(stranger.url(), "x", "1");

        assertInstanceOf(Outcome.Uncertain.class, platform.publish(theirs, post("hallo")));
        Outcome found = platform.find(theirs, post("hallo"), Instant.now());
        assertTrue(found instanceof Outcome.Uncertain || body.equals("[]"), found.toString());
        assertInstanceOf(Verification.Failing.class, platform.verify(theirs));
    }

    @Test
    void anAnswerThatNeverEndsIsCutOff() {
        stranger.answer("POST", "/api/v1/statuses", "application/json", new byte[3 * 1024 * 1024]);

        assertInstanceOf(
                Outcome.Uncertain.class, platform.publish(new Account(stranger.url(), "x", "1"), post("veel")));
    }

    @Test
    void aRedirectIsNotFollowed() {
        stranger.answer("POST", "/api/v1/statuses", 302, "{}");

        assertInstanceOf(
                Outcome.Refused.class, platform.publish(new Account(stranger.url(), "x", "1"), post("elders")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "/relative", "https://a b", ""})
    void aPermalinkThatIsNoWebAddressIsLeftOut(String url) {
        stranger.answer("POST", "/api/v1/statuses", 200, "{\"id\":\"9\",\"url\":\"" + url + "\"}");

        Outcome outcome = platform.publish(new Account(stranger.url(), "x", "1"), post("link"));

        assertNull(assertInstanceOf(Outcome.Published.class, outcome).permalink());
    }
}
