package nl.etalage.content.asset;

import java.util.Optional;

/**
 * A form in which an asset is delivered: a rendition of a picture, any other file as it is, or its captions in a
 * language.
 *
 * @param word name in addresses
 * @param extension how the address ends
 * @param rendition of a picture; null for the others
 */
record MediaForm(String word, String extension, String mediaType, Rendition rendition) {

    /** What is no picture has one form. */
    static final String FILE = "file";

    static final String CAPTIONS = "captions";
    private static final String CAPTIONS_TYPE = "text/vtt;charset=UTF-8";

    /** The form of that name, if the asset has it. */
    static Optional<MediaForm> of(Asset asset, String word) {
        if (asset.file().isPicture()) {
            return Rendition.of(word).map(rendition -> of(asset.file().picture(), rendition));
        }
        return switch (word) {
            case FILE -> Optional.of(file(asset));
            case CAPTIONS -> Optional.ofNullable(asset.captions()).map(words -> captions());
            default ->
                asset.otherCaptions().stream()
                        .filter(other -> word.equals(captions(other).word()))
                        .findFirst()
                        .map(MediaForm::captions);
        };
    }

    static MediaForm of(Picture picture, Rendition rendition) {
        return new MediaForm(rendition.word(), picture.extension(), picture.renditionType(), rendition);
    }

    static MediaForm file(Asset asset) {
        FileFormat format = asset.file().format();
        return new MediaForm(FILE, format.suffix(), format.mediaType(), null);
    }

    /** Those in another language than the film's own. */
    static MediaForm captions(Captions other) {
        return new MediaForm(CAPTIONS + "-" + other.language(), "vtt", CAPTIONS_TYPE, null);
    }

    /** What it says of an asset, when it is captions. */
    Optional<String> words(Asset asset) {
        if (!mediaType.equals(CAPTIONS_TYPE)) {
            return Optional.empty();
        }
        return word.equals(CAPTIONS)
                ? Optional.of(asset.captions())
                : asset.otherCaptions().stream()
                        .filter(other -> word.equals(captions(other).word()))
                        .findFirst()
                        .map(Captions::text);
    }

    static MediaForm captions() {
        return new MediaForm(CAPTIONS, "vtt", CAPTIONS_TYPE, null);
    }
}
