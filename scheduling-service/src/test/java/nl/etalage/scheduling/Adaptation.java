package nl.etalage.scheduling;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;
import javax.imageio.ImageIO;

/** A shop's version of a story, as content-service would tell and render it. */
public record Adaptation(String shop, UUID id, UUID story) {

    private static final String PICTURE = "/api/v1/media/abc123/web.jpg";

    /** Its rendering has this text and no pictures. */
    public Adaptation renders(String text) {
        return renders(1, text, "[]", "[]");
    }

    /** Its rendering has this text and one picture with this alt text. */
    public Adaptation renders(String text, String altText) {
        Neighbours.content().answer("GET", PICTURE, "image/jpeg", jpeg());
        return renders(
                1,
                text,
                """
                [{"id":"%s","sha256":"abc123","mediaType":"image/jpeg","altText":"%s","credit":"Foto: Mia",
                  "url":"http://gateway.example%s","width":80,"height":60,"bytes":1000}]"""
                        .formatted(UUID.randomUUID(), altText, PICTURE),
                "[]");
    }

    /** Its rendering in full; assets and problems are JSON. */
    public Adaptation renders(long version, String text, String assets, String problems) {
        String json =
                """
                {"adaptation":"%s","adaptationVersion":%d,"shop":"%s","story":"%s","revision":1,"campaign":null,
                 "platform":"mastodon","text":"%s","link":null,"length":%d,"limit":500,"assets":%s,"problems":%s,
                 "warnings":[],"hash":"%s"}"""
                        .formatted(
                                id,
                                version,
                                shop,
                                story,
                                text,
                                text.length(),
                                assets,
                                problems,
                                Integer.toHexString((text + assets).hashCode()).repeat(8));
        Neighbours.content().answer("GET", "/api/v1/adaptations/" + id + "/rendering", 200, json);
        return this;
    }

    /** content-service tells that it changed. */
    public void changes(long version) {
        Neighbours.content()
                .feed("/events?feed=work")
                .append(
                        "nl.etalage.content.adaptation.changed.v1",
                        "adaptation/" + id,
                        """
                        {"adaptation":"%s","shop":"%s","story":"%s","revision":1,"state":"open","version":%d}"""
                                .formatted(id, shop, story, version));
    }

    /** content-service tells that its story was taken back. */
    public void withdrawn(String reason) {
        Neighbours.content()
                .feed("/events?feed=work")
                .append(
                        reason.equals("expired")
                                ? "nl.etalage.content.story.expired.v1"
                                : "nl.etalage.content.story.withdrawn.v1",
                        "story/" + story,
                        """
                        {"story":"%s","revision":1,"reason":"%s"}"""
                                .formatted(story, reason));
    }

    /** content-service tells that consent or licence of one of its files will end. */
    public void ends(String reason, Instant at, int days) {
        Neighbours.content()
                .feed("/events?feed=work")
                .append(
                        "nl.etalage.content.story.ending.v1",
                        "story/" + story + "/ending",
                        """
                        {"story":"%s","revision":1,"title":"Het verhaal zelf","reason":"%s","endsAt":"%s","days":%d}"""
                                .formatted(story, reason, at, days));
    }

    /** content-service tells that it ends at another moment than before; never for null. */
    public void endMoves(Instant at) {
        Neighbours.content()
                .feed("/events?feed=work")
                .append(
                        "nl.etalage.content.story.ending-moved.v1",
                        "story/" + story + "/ending",
                        at == null
                                ? "{\"story\":\"%s\",\"revision\":2}".formatted(story)
                                : "{\"story\":\"%s\",\"revision\":2,\"endsAt\":\"%s\"}".formatted(story, at));
    }

    /** content-service tells that consent or licence of the shop's own picture will end. */
    public void pictureWillEnd(String asset, String reason, Instant at, int days) {
        Neighbours.content()
                .feed("/events?feed=work")
                .append(
                        "nl.etalage.content.asset.ending.v1",
                        "asset/" + asset + "/ending",
                        """
                        {"asset":"%s","shop":"%s","title":"Het verhaal zelf","reason":"%s","endsAt":"%s","days":%d}"""
                                .formatted(asset, shop, reason, at, days));
    }

    /** As above, of a picture that no version shows. */
    public void unusedPictureWillEnd(String asset, String reason, Instant at, int days) {
        Neighbours.content()
                .feed("/events?feed=work")
                .append(
                        "nl.etalage.content.asset.ending.v1",
                        "asset/" + asset + "/ending",
                        """
                        {"asset":"%s","shop":"%s","reason":"%s","endsAt":"%s","days":%d}"""
                                .formatted(asset, shop, reason, at, days));
    }

    /** content-service tells that the picture may be used for longer, and doesn't say until when. */
    public static void pictureEndMoves(String asset) {
        Neighbours.content()
                .feed("/events?feed=work")
                .append(
                        "nl.etalage.content.asset.ending-moved.v1",
                        "asset/" + asset + "/ending",
                        "{\"asset\":\"%s\"}".formatted(asset));
    }

    /** content-service tells that an editor corrected its story as revision 2 and took this picture out. */
    public void corrected(String severity, String dropped) {
        Neighbours.content()
                .feed("/events?feed=work")
                .append(
                        "nl.etalage.content.story.corrected.v1",
                        "story/" + story,
                        """
                        {"story":"%s","revision":2,"severity":"%s","dropped":["%s"]}"""
                                .formatted(story, severity, dropped));
    }

    /** content-service tells that a picture may be used again. */
    public static void pictureReturns(String asset) {
        Neighbours.content()
                .feed("/events?feed=work")
                .append(
                        "nl.etalage.content.asset.available.v1",
                        "asset/" + asset,
                        "{\"asset\":\"%s\"}".formatted(asset));
    }

    /** content-service tells that a picture may be used no longer. */
    public static void pictureEnds(String asset, String reason) {
        Neighbours.content()
                .feed("/events?feed=work")
                .append(
                        "nl.etalage.content.asset.ended.v1",
                        "asset/" + asset,
                        """
                        {"asset":"%s","shop":"any","reason":"%s","endsAt":"2026-01-01T00:00:00Z"}"""
                                .formatted(asset, reason));
    }

    /** What the address of its picture answers from now on, as long as no other has a picture. */
    public static void pictureIsGone() {
        Neighbours.content().answer("GET", PICTURE, 410, "{}");
    }

    private static byte[] jpeg() {
        try {
            var picture = new java.awt.image.BufferedImage(80, 60, java.awt.image.BufferedImage.TYPE_INT_RGB);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(picture, "jpg", bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
