package nl.etalage.content.access;

import static io.restassured.config.RedirectConfig.redirectConfig;
import static io.restassured.config.RestAssuredConfig.newConfig;
import static nl.etalage.content.Network.adapted;
import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.eventually;
import static nl.etalage.content.Network.integration;
import static nl.etalage.content.Network.jpeg;
import static nl.etalage.content.Network.newShop;
import static nl.etalage.content.Network.with;

import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import nl.etalage.content.Network;
import nl.etalage.testing.Tokens;
import nl.etalage.testing.access.AccessCallers;
import nl.etalage.testing.access.AccessMatrix;
import nl.etalage.testing.access.AccessRequest;
import nl.etalage.testing.access.Whose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation by every kind of caller, as docs/access.md says. See CONTRIBUTING.md for how to add one. */
@QuarkusTest
class AccessMatrixTest {

    private static final Path CONTRACT = Path.of("openapi.yaml");
    private static final String SCOPES = "library:read publications:write";
    private static final String NOBODYS_KEY = "0".repeat(64);

    /** Makes each change a change. */
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static AccessMatrix matrix;
    private static String own;
    private static String foreign;
    private static AccessTargets targets;

    @Inject
    @DataSource("worker")
    javax.sql.DataSource worker;

    static List<String> operations() {
        return AccessMatrix.operationIds(CONTRACT);
    }

    @BeforeEach
    void theNetwork() {
        if (matrix != null) {
            return;
        }
        Network.centralGroup();
        own = newShop("noord");
        foreign = newShop("zuid");
        integration(own, "client-" + own, "[\"library:read\", \"publications:write\"]");
        integration(own, "narrow-" + own, "[\"assortment:write\"]");
        eventually(() -> with(Tokens.machine("client-" + own, SCOPES))
                        .get("/api/v1/library?shop={shop}", own)
                        .statusCode()
                == 200);
        targets = new AccessTargets(own, foreign);
        // So that the lists of adaptations, of campaigns and of feed keys have something to show.
        adapted(own, Network.released("\"body\": \"Tekst.\""));
        targets.campaign(Whose.OWN);
        targets.feedKey(Whose.OWN);
        targets.oneStory();
        AccessCallers callers = AccessCallers.around(own, SCOPES, "assortment:write", NOBODYS_KEY);
        matrix = new AccessMatrix(
                        CONTRACT, Path.of("../docs/access.md"), "content-service", callers, AccessMatrixTest::request)
                .audited(() -> auditLines(worker));
        stories();
        comments();
        review();
        adaptations();
        pictures();
        campaigns();
        themes();
        library();
        feeds();
        contributions();
    }

    /** A redirect is the answer, not the way to one. */
    private static RequestSpecification request() {
        return Network.anonymous().config(newConfig().redirect(redirectConfig().followRedirects(false)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void answersAsTheTableSays(String operation) {
        matrix.prove(operation);
    }

    @Test
    void everyRowIsAskedForAndEveryCaseHasARow() {
        matrix.proveComplete();
    }

    private static long auditLines(javax.sql.DataSource worker) {
        try (Connection connection = worker.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM audit")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void stories() {
        matrix.plain("listStories", AccessRequest::plain);
        matrix.plain("createStory", () -> AccessRequest.plain().json("{\"type\": \"maker\"}"));
        matrix.target("readStory", whose -> targets.story(whose, "draft"));
        matrix.target("editStory", whose -> targets.story(whose, "draft").patch("{\"question\": \"Wist je dat?\"}"));
        matrix.target("listRevisions", whose -> targets.story(whose, "released"));
        matrix.target("previewStory", whose -> targets.story(whose, "draft").query("shop", own));
        matrix.target("listEmptyFields", whose -> targets.story(whose, "draft"));
        matrix.target("readRevision", whose -> targets.story(whose, "released").and("number", 1));
        matrix.target(
                "compareRevisions",
                whose -> targets.story(whose, "corrected").and("number", 1).and("to", 2));
        matrix.target(
                "restoreRevision", whose -> targets.story(whose, "released").and("number", 1));
    }

    private static void comments() {
        String text = "{\"field\": \"/title\", \"text\": \"Kan dit korter?\"}";
        matrix.target("listComments", whose -> targets.story(whose, "in-review"));
        matrix.target("commentStory", whose -> targets.story(whose, "in-review").json(text));
        matrix.target("resolveComment", targets::comment);
    }

    private static void review() {
        String better = "{\"note\": \"n\", \"severity\": \"minor\", \"changes\": {\"summary\": \"Anders.\"}}";
        matrix.target("submitStory", whose -> targets.story(whose, "draft"));
        matrix.target("returnStory", whose -> targets.story(whose, "in-review").json("{\"note\": \"Korter\"}"));
        matrix.target("releaseStory", whose -> targets.story(whose, "in-review"));
        matrix.target("correctStory", whose -> targets.story(whose, "released").json(better));
        matrix.target("confirmStory", whose -> targets.story(whose, "corrected"));
        matrix.target("withdrawStory", whose -> targets.story(whose, "released").json("{\"reason\": \"mistake\"}"));
    }

    private static void adaptations() {
        String adapt = "{\"shop\": \"%s\", \"story\": \"%s\"}";
        matrix.target("listAdaptations", AccessMatrixTest::ofShop);
        matrix.target("adaptStory", whose -> AccessRequest.plain()
                .json(adapt.formatted(targets.shop(whose), Network.released("\"body\": \"Tekst.\""))));
        matrix.target("adaptStory by what the story is", whose -> AccessRequest.plain()
                .json(adapt.formatted(own, targets.libraryStory(whose))));
        matrix.target("readAdaptation", whose -> adaptation(whose, request -> request));
        matrix.target(
                "editAdaptation",
                whose -> adaptation(
                        whose,
                        request -> request.patch("{\"overrides\": {\"body\": \"Nu bij ons in de winkel %d\"}}"
                                .formatted(NUMBER.incrementAndGet()))));
        matrix.target("renderAdaptation", whose -> adaptation(whose, request -> request.query("platform", "mastodon")));
        matrix.target("readSourceUpdate", whose -> adaptation(whose, request -> request));
        matrix.target("settleSourceUpdate", whose -> adaptation(whose, request -> request.json("{\"keep\": []}")));
    }

    private static void pictures() {
        String description = "{\"altText\": \"Een vrouw plukt koffie\", \"credit\": \"Foto: Fatima\"}";
        String patch = "{\"credit\": \"Foto: Mia\"}";
        matrix.target("listAssets", AccessMatrixTest::ofShop);
        matrix.plain("listAssets of the network", AccessRequest::plain);
        matrix.target("uploadAsset", whose -> ofShop(whose).upload(jpeg(20, 20), description));
        matrix.plain("uploadAsset for the network", () -> AccessRequest.plain().upload(jpeg(20, 20), description));
        matrix.target("readAsset", targets::shopPicture);
        matrix.target("readAsset of the network", targets::networkPicture);
        matrix.target("describeAsset", whose -> targets.shopPicture(whose).patch(patch));
        matrix.target("describeAsset of the network", whose -> targets.networkPicture(whose)
                .patch(patch));
        matrix.target("seeRendition", whose -> targets.shopPicture(whose).and("name", "web"));
        matrix.target("seeRendition of the network", whose -> targets.networkPicture(whose)
                .and("name", "web"));
        matrix.target("getMedia", targets::media);
    }

    private static void campaigns() {
        matrix.plain("listCampaigns", AccessRequest::plain);
        matrix.plain("createCampaign", () -> AccessRequest.plain().json(AccessTargets.CAMPAIGN));
        matrix.target("readCampaign", targets::campaign);
        matrix.target("editCampaign", whose -> targets.campaign(whose).patch("{\"name\": \"Zomer\"}"));
        matrix.target("listParticipations", targets::joinedCampaign);
        matrix.target("listParticipations of a shop", whose -> targets.campaign(Whose.OWN)
                .query("shop", targets.shop(whose)));
        matrix.target("joinCampaign", whose -> targets.campaign(Whose.OWN)
                .json("{\"shop\": \"%s\"}".formatted(targets.shop(whose))));
        matrix.target("joinCampaign by what the campaign is", whose -> targets.campaign(whose)
                .json("{\"shop\": \"%s\"}".formatted(own)));
        matrix.target("leaveCampaign", targets::participation);
    }

    private static void themes() {
        matrix.plain("listThemes", AccessRequest::plain);
        matrix.plain("createTheme", () -> AccessRequest.plain()
                .json(
                        """
                        {"key": "granen-%1$d", "name": {"nl": "Granen %1$d", "en": "Grains %1$d"}, "synonyms": ["Meel %1$d"]}"""
                                .formatted(NUMBER.incrementAndGet())));
        matrix.target("readTheme", targets::theme);
        matrix.target("editTheme", whose -> targets.theme(whose)
                .patch("{\"synonyms\": [\"Bakkie %d\"]}".formatted(NUMBER.incrementAndGet())));
        matrix.target("mergeTheme", whose -> targets.theme(whose).json("{\"into\": \"suiker\"}"));
    }

    private static void library() {
        matrix.target("pullLibrary", AccessMatrixTest::ofShop);
        matrix.target("pullLibrary with templates", whose -> ofShop(whose).query("view", "source"));
        matrix.target("followLibrary", AccessMatrixTest::ofShop);
        matrix.target("countLibrary", AccessMatrixTest::ofShop);
        matrix.target("readLibraryItem", whose -> ofShop(whose).and("id", targets.libraryStory(Whose.OWN)));
        matrix.target(
                "readLibraryItem by what the story is",
                whose -> AccessRequest.plain().query("shop", own).and("id", targets.libraryStory(whose)));
        Network.released("\"body\": \"Tekst.\", \"products\": [{\"gtin\": \"8712345678906\", \"brand\": \"Huila\"}]");
        matrix.target("findProducts", whose -> ofShop(whose).query("gtin", "8712345678906"));
        matrix.target("readProduct", whose -> ofShop(whose).and("gtin", "8712345678906"));
        matrix.target("readAudit", AccessMatrixTest::ofShop);
        matrix.target("exportContent", AccessMatrixTest::ofShop);
        matrix.target("downloadOriginal", whose -> targets.shopPicture(whose).query("shop", targets.shop(whose)));
        matrix.target("downloadOriginal by the own shop's path", whose -> targets.shopPicture(whose)
                .query("shop", own));
    }

    private static void feeds() {
        matrix.target("readJsonFeed", AccessMatrixTest::shownStory);
        matrix.target("readAtomFeed", AccessMatrixTest::shownStory);
        matrix.target("readRssFeed", AccessMatrixTest::shownStory);
        matrix.target("listFeedKeys", AccessMatrixTest::ofShop);
        matrix.target("makeFeedKey", whose -> AccessRequest.plain()
                .json("{\"shop\": \"%s\", \"name\": \"Etalage-blok op onze site\"}".formatted(targets.shop(whose))));
        matrix.target("readFeedKey", targets::feedKey);
        matrix.target(
                "renameFeedKey", whose -> targets.feedKey(whose).patch("{\"name\": \"Blok op onze nieuwe site\"}"));
        matrix.target("revokeFeedKey", targets::feedKey);
        matrix.target("readFeedProducts", targets::feedProducts);
        matrix.target("readFeed", targets::feed);
    }

    private static void contributions() {
        String note = "{\"note\": \"Wil je erbij zetten hoe Mia bij jullie kwam?\"}";
        String again = "{\"text\": \"Onze vrijwilliger Mia kwam dertig jaar geleden binnenlopen.\"}";
        matrix.plain("listContributions", AccessRequest::plain);
        matrix.target("listContributions of a shop", AccessMatrixTest::ofShop);
        matrix.target(
                "offerStory", whose -> AccessRequest.plain().json(AccessTargets.OFFER.formatted(targets.shop(whose))));
        matrix.target("readContribution", targets::contribution);
        matrix.target("reviseContribution", whose -> targets.contribution(whose).patch(again));
        matrix.target("withdrawContribution", targets::contribution);
        matrix.target("takeContribution", whose -> targets.contribution(whose).json("{\"type\": \"shop\"}"));
        matrix.target("askForChanges", whose -> targets.contribution(whose).json(note));
        matrix.target(
                "declineContribution", whose -> targets.contribution(whose).json(note));
        // None of these shops was ever declined anything before, so that the example is the same whatever ran.
        matrix.target("countContributions", whose -> ofShop(whose).query("state", "declined"));
        matrix.target("listEarlierTexts", targets::contributionTwice);
        matrix.target("seeContributedPicture", whose -> targets.contributionWithPicture(whose)
                .and("name", "web-480"));
    }

    /** One story of which everything is known, so that the example is the same however many others there are. */
    private static AccessRequest shownStory(Whose whose) {
        return ofShop(whose).query("q", AccessTargets.ONE_STORY);
    }

    private static AccessRequest ofShop(Whose whose) {
        return AccessRequest.plain().query("shop", targets.shop(whose));
    }

    private static AccessRequest adaptation(Whose whose, UnaryOperator<AccessRequest> ask) {
        if (whose == Whose.ABSENT) {
            return ask.apply(AccessRequest.at("id", UUID.randomUUID()).version(0));
        }
        String shop = targets.shop(whose);
        String id = adapted(shop, Network.released("\"body\": \"Tekst.\""));
        Response seen = as(shop + "-manager").get("/api/v1/adaptations/{id}", id);
        return ask.apply(AccessRequest.at("id", id).version(seen.jsonPath().getLong("version")));
    }
}
