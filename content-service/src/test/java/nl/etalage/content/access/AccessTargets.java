package nl.etalage.content.access;

import static nl.etalage.content.Network.as;
import static nl.etalage.content.Network.jpeg;
import static nl.etalage.content.Network.json;
import static nl.etalage.content.Network.on;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import nl.etalage.content.Network;
import nl.etalage.testing.access.AccessRequest;
import nl.etalage.testing.access.Whose;

/**
 * Makes what callers ask for. Of the network's own things a shop's are those in its library, and another's are those it
 * isn't shown. They are written by {@code editor2}, so that whoever asks is never the author.
 */
record AccessTargets(String own, String foreign) {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    static final String CAMPAIGN = "{\"name\": \"Lente\", \"startsOn\": \"2026-01-01\", \"endsOn\": \"2099-06-30\"}";

    /** Finds {@link #oneStory} and no other. */
    static final String ONE_STORY = "vertelsel";

    static final String OFFER =
            "{\"shop\": \"%s\", \"text\": \"Onze vrijwilliger Mia verkoopt al dertig jaar koffie.\"}";

    void oneStory() {
        Network.released("\"body\": \"Een vertelsel.\"");
    }

    String shop(Whose whose) {
        return switch (whose) {
            case OWN -> own;
            case FOREIGN -> foreign;
            case ABSENT -> "nergens";
        };
    }

    /** A story in a state, at its present version. */
    AccessRequest story(Whose whose, String state) {
        if (whose == Whose.ABSENT) {
            return AccessRequest.at("id", UUID.randomUUID()).version(0);
        }
        String id = draft("");
        if (!state.equals("draft")) {
            act(id, "submit", "editor2", null);
        }
        if (List.of("released", "corrected").contains(state)) {
            act(id, "release", "editor", null);
        }
        if (state.equals("corrected")) {
            act(
                    id,
                    "correct",
                    "editor2",
                    "{\"note\": \"n\", \"severity\": \"minor\", \"changes\": {\"summary\": \"Beter.\"}}");
        }
        return AccessRequest.at("id", id).version(version("editor2", "/api/v1/stories/" + id));
    }

    /** The beginning of a thread on a story, at its present version. */
    AccessRequest comment(Whose whose) {
        if (whose == Whose.ABSENT) {
            return AccessRequest.at("id", UUID.randomUUID())
                    .and("comment", UUID.randomUUID())
                    .version(0);
        }
        String story = draft("");
        String comment = json("editor2", "{\"text\": \"Is dit nog zo?\"}")
                .post("/api/v1/stories/{id}/comments", story)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return AccessRequest.at("id", story).and("comment", comment).version(1);
    }

    /** Id of a story in the library of the caller's shop, in that of other shops only, or of none. */
    String libraryStory(Whose whose) {
        return switch (whose) {
            case OWN -> Network.released("\"body\": \"Tekst.\"");
            case FOREIGN -> Network.released("\"body\": \"Tekst.\", \"targetGroups\": [\"zuid\"]");
            case ABSENT -> UUID.randomUUID().toString();
        };
    }

    /** A picture of a shop. */
    AccessRequest shopPicture(Whose whose) {
        if (whose == Whose.ABSENT) {
            return AccessRequest.at("id", UUID.randomUUID()).version(0);
        }
        Response picture = as(shop(whose) + "-manager")
                .multiPart("file", "x.jpg", jpeg(20, 20), "image/jpeg")
                .post("/api/v1/assets?shop={shop}", shop(whose));
        picture.then().statusCode(201);
        return AccessRequest.at("id", picture.path("id"))
                .version(picture.jsonPath().getLong("version"));
    }

    /** A picture of the network, in the library or not. */
    AccessRequest networkPicture(Whose whose) {
        if (whose == Whose.ABSENT) {
            return AccessRequest.at("id", UUID.randomUUID()).version(0);
        }
        String id = Network.picture();
        if (whose == Whose.OWN) {
            Network.released("\"body\": \"Tekst.\", \"assets\": [\"%s\"]".formatted(id));
        }
        return AccessRequest.at("id", id).version(version("editor", "/api/v1/assets/" + id));
    }

    /** The address of a picture: of one in the library, of one that isn't, and of none. */
    AccessRequest media(Whose whose) {
        if (whose == Whose.ABSENT) {
            return AccessRequest.at("key", "f".repeat(64)).and("file", "web.jpg");
        }
        Object id = networkPicture(whose).path().get("id");
        String address = as("editor")
                .redirects()
                .follow(false)
                .get("/api/v1/assets/{id}/renditions/web", id)
                .header("Location");
        return AccessRequest.at("key", address.split("/")[4]).and("file", "web.jpg");
    }

    /** A key to a shop's feeds. */
    AccessRequest feedKey(Whose whose) {
        return whose == Whose.ABSENT
                ? AccessRequest.at("id", UUID.randomUUID()).version(1)
                : AccessRequest.at("id", madeKey(whose).path("id")).version(1);
    }

    /** A feed, by its secret: of the caller's shop, of another, and a secret that opens nothing. */
    AccessRequest feed(Whose whose) {
        String secret = whose == Whose.ABSENT ? "0".repeat(43) : madeKey(whose).path("key");
        return AccessRequest.at("feed", secret + ".json").query("q", ONE_STORY);
    }

    /** As {@link #feed}, asked about a product of which there is a story. */
    AccessRequest feedProducts(Whose whose) {
        String secret = whose == Whose.ABSENT ? "0".repeat(43) : madeKey(whose).path("key");
        return AccessRequest.at("secret", secret).query("gtin", "8712345678906");
    }

    private Response madeKey(Whose whose) {
        Response key = json(shop(whose) + "-manager", "{\"shop\": \"%s\", \"name\": \"x\"}".formatted(shop(whose)))
                .post("/api/v1/feed-keys");
        key.then().statusCode(201);
        return key;
    }

    /** What a shop offered. */
    AccessRequest contribution(Whose whose) {
        return whose == Whose.ABSENT
                ? AccessRequest.at("id", UUID.randomUUID()).version(1)
                : offered(whose, OFFER.formatted(shop(whose)));
    }

    /** What a shop offered anew, as it was asked. */
    AccessRequest contributionTwice(Whose whose) {
        return whose == Whose.ABSENT ? contribution(whose) : AccessRequest.at("id", Network.offeredTwice(shop(whose)));
    }

    /** What a shop offered, with a picture. */
    AccessRequest contributionWithPicture(Whose whose) {
        return whose == Whose.ABSENT
                ? contribution(whose)
                : offered(
                        whose,
                        "{\"shop\": \"%s\", \"text\": \"Mia.\", \"asset\": \"%s\"}"
                                .formatted(
                                        shop(whose), shopPicture(whose).path().get("id")));
    }

    private AccessRequest offered(Whose whose, String offer) {
        String id = json(shop(whose) + "-manager", offer)
                .post("/api/v1/contributions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return AccessRequest.at("id", id).version(1);
    }

    /** The network's; to everybody the same. */
    AccessRequest theme(Whose whose) {
        if (whose == Whose.ABSENT) {
            return AccessRequest.at("key", "staat-er-niet").version(1);
        }
        Response theme = as("editor").get("/api/v1/themes/{key}", Network.theme("Zaden " + NUMBER.incrementAndGet()));
        return AccessRequest.at("key", theme.path("key"))
                .version(theme.jsonPath().getLong("version"));
    }

    AccessRequest campaign(Whose whose) {
        if (whose == Whose.ABSENT) {
            return AccessRequest.at("id", UUID.randomUUID()).version(1);
        }
        Response campaign = json("editor", CAMPAIGN).post("/api/v1/campaigns");
        campaign.then().statusCode(201);
        return AccessRequest.at("id", campaign.path("id"))
                .version(campaign.jsonPath().getLong("version"));
    }

    /** A campaign in which the caller's shop takes part. */
    AccessRequest joinedCampaign(Whose whose) {
        AccessRequest campaign = campaign(whose);
        if (whose != Whose.ABSENT) {
            join(own, campaign);
        }
        return campaign;
    }

    /** A shop that takes part in a campaign. */
    AccessRequest participation(Whose whose) {
        AccessRequest campaign = campaign(Whose.OWN);
        if (whose != Whose.ABSENT) {
            join(shop(whose), campaign);
        }
        return campaign.and("shop", shop(whose));
    }

    private static void join(String shop, AccessRequest campaign) {
        json(shop + "-manager", "{\"shop\": \"%s\"}".formatted(shop))
                .post("/api/v1/campaigns/{id}/participations", campaign.path().get("id"))
                .then()
                .statusCode(201);
    }

    private static String draft(String members) {
        return json("editor2", "{" + Network.COMPLETE + ", \"body\": \"Tekst.\"" + members + "}")
                .post("/api/v1/stories")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void act(String story, String action, String who, String body) {
        var request = on(as("editor").get("/api/v1/stories/{id}", story), who);
        (body == null ? request : request.contentType(ContentType.JSON).body(body))
                .post("/api/v1/stories/{id}/{action}", story, action)
                .then()
                .statusCode(200);
    }

    private static long version(String who, String path) {
        return as(who).get(path).then().statusCode(200).extract().jsonPath().getLong("version");
    }
}
