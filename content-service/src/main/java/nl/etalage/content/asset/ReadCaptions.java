package nl.etalage.content.asset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.etalage.content.Findings;

/**
 * Reads the captions that somebody brings, in as many languages as there are.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5646">RFC 5646, tags for identifying languages (BCP 47)</a>
 */
final class ReadCaptions {

    /** Languages beside the first. */
    static final int MOST_OTHERS = 9;

    private static final int LONGEST = 60_000;
    private static final int LONGEST_LANGUAGE = 35;
    private static final String OTHERS = "/otherCaptions";

    private final Findings findings;
    private final Set<String> languages = new HashSet<>();
    private final List<Captions> read = new ArrayList<>();

    private ReadCaptions(Findings findings) {
        this.findings = findings;
    }

    /**
     * Those with something in them as they are kept, the film's own language first; notes what is wrong with them.
     *
     * @param fallback language of the first where it isn't said
     */
    static List<Captions> of(AssetMetadata said, String fallback, Findings findings) {
        ReadCaptions reading = new ReadCaptions(findings);
        String language = said.captionsLanguage() == null ? fallback : said.captionsLanguage();
        reading.add("/captions", "/captionsLanguage", new Captions(language, said.captions()));
        List<Captions> others = said.otherCaptions();
        findings.tooMany(OTHERS, others, MOST_OTHERS);
        for (int at = 0; at < Math.min(others.size(), MOST_OTHERS); at++) {
            String pointer = OTHERS + "/" + at;
            Captions other = others.get(at);
            if (other == null) {
                findings.add(pointer, "required");
            } else {
                reading.add(pointer + "/text", pointer + "/language", other);
            }
        }
        return reading.read;
    }

    private void add(String textPointer, String languagePointer, Captions brought) {
        if (brought.text() == null || brought.text().isBlank()) {
            return;
        }
        Optional<String> language = tag(brought.language());
        if (language.isEmpty()) {
            findings.add(languagePointer, "asset.captions-language");
        } else if (!languages.add(language.get())) {
            findings.add(languagePointer, "asset.captions-twice");
        }
        findings.tooLong(textPointer, brought.text(), LONGEST);
        if (brought.text().length() <= LONGEST) {
            String text =
                    SubRip.is(brought.text()) ? SubRip.toWebVtt(textPointer, brought.text(), findings) : brought.text();
            WebVtt.refuseUnfit(textPointer, text, findings);
            read.add(new Captions(language.orElse(""), text));
        }
    }

    /** As it is written by rule, such as {@code pt-BR}; empty for what is no language. */
    private static Optional<String> tag(String language) {
        if (language == null || language.length() > LONGEST_LANGUAGE) {
            return Optional.empty();
        }
        try {
            Locale locale =
                    new Locale.Builder().setLanguageTag(language.strip()).build();
            return locale.getLanguage().isEmpty() ? Optional.empty() : Optional.of(locale.toLanguageTag());
        } catch (IllformedLocaleException malformed) {
            return Optional.empty();
        }
    }
}
