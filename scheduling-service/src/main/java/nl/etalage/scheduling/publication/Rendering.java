package nl.etalage.scheduling.publication;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.UUID;

/**
 * An adaptation as one platform will get it, as content-service answers it. Fields are only ever added there.
 *
 * @param problems why it can't go out as it is; empty when it can
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Rendering(
        UUID adaptation,
        long adaptationVersion,
        String shop,
        UUID story,
        int revision,
        UUID campaign,
        String text,
        String link,
        List<SnapshotAsset> assets,
        List<Trouble> problems,
        String hash) {

    /** One reason, with a sentence in the reader's language. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Trouble(String code, String detail, String field) {}

    /** Whether content-service said what it had to. */
    boolean complete() {
        return adaptation != null && story != null && text != null && hash != null && shop != null;
    }

    Snapshot snapshot(UUID publication) {
        return new Snapshot(
                adaptation,
                adaptationVersion,
                story,
                revision,
                campaign,
                text,
                link,
                assets == null ? List.of() : assets,
                hash,
                Snapshot.textHash(text, publication));
    }
}
