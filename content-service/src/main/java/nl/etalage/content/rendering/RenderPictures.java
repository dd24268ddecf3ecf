package nl.etalage.content.rendering;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.etalage.content.asset.Asset;
import nl.etalage.content.asset.AssetEnd;
import nl.etalage.content.asset.AssetRepository;
import nl.etalage.content.asset.MakeRendition;
import nl.etalage.content.asset.MediaAddress;
import nl.etalage.content.asset.Rendition;
import nl.etalage.content.asset.Size;
import nl.etalage.content.platform.Platform;

/** Makes the pictures of a rendering, as many as the platform takes. */
@ApplicationScoped
class RenderPictures {

    /** Days before its end that a picture is pointed at. */
    private static final int SOON = 30;

    private final AssetRepository assets;
    private final MakeRendition make;
    private final MediaAddress addresses;

    RenderPictures(AssetRepository assets, MakeRendition make, MediaAddress addresses) {
        this.assets = assets;
        this.make = make;
        this.addresses = addresses;
    }

    List<RenderingView.Picture> render(List<UUID> ids, Platform platform, Instant moment, Remarks remarks) {
        Map<UUID, Asset> known = assets.byId(ids);
        List<Asset> found =
                ids.stream().map(known::get).filter(Objects::nonNull).toList();
        List<Asset> wanted =
                found.stream().filter(asset -> asset.file().isPicture()).toList();
        if (wanted.size() < found.size()) {
            remarks.warning("only-pictures", "assets");
        }
        if (wanted.isEmpty() && platform.needsPicture()) {
            remarks.problem("picture-required", "assets");
        }
        if (wanted.size() > platform.pictures()) {
            remarks.warning("too-many-pictures", "assets", platform.pictures());
        }
        List<RenderingView.Picture> pictures = new ArrayList<>();
        for (Asset asset : wanted.subList(0, Math.min(wanted.size(), platform.pictures()))) {
            if (!asset.described()) {
                remarks.problem("no-alt-text", asset.id().toString());
            }
            standing(asset, moment, remarks);
            pictures.add(picture(asset));
        }
        return pictures;
    }

    private static void standing(Asset asset, Instant moment, Remarks remarks) {
        String about = asset.id().toString();
        switch (asset.state(moment)) {
            case CONSENT_ENDED -> remarks.problem("consent-ended", about);
            case LICENCE_ENDED -> remarks.problem("licence-ended", about);
            case AVAILABLE -> {
                AssetEnd end = asset.end();
                if (end != null && end.within(SOON, moment)) {
                    remarks.warning("picture-ends", about, end.lastDay().toString());
                }
            }
        }
    }

    private RenderingView.Picture picture(Asset asset) {
        Size size = Rendition.WEB.sizeOf(asset.file().picture().size());
        try {
            return new RenderingView.Picture(
                    asset.id(),
                    asset.mediaKey(),
                    asset.file().picture().renditionType(),
                    asset.altText(),
                    asset.credit(),
                    addresses.absolute(asset, Rendition.WEB),
                    size.width(),
                    size.height(),
                    Files.size(make.of(asset, Rendition.WEB)));
        } catch (IOException failure) {
            throw new UncheckedIOException("A rendition can't be read", failure);
        }
    }
}
