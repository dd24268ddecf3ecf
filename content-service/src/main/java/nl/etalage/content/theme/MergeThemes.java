package nl.etalage.content.theme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.etalage.audittrail.AuditTrail;
import nl.etalage.content.Findings;

/**
 * Makes a theme part of another that means the same: that one takes over its words, and stories that have the one that
 * goes have the other. Its key is understood for ever, as what people saved has it.
 */
@ApplicationScoped
class MergeThemes {

    private static final String INTO = "/into";

    private final ThemeRepository themes;
    private final ThemeWords words;
    private final Event<ThemesMerged> merged;
    private final AuditTrail audit;

    MergeThemes(ThemeRepository themes, ThemeWords words, Event<ThemesMerged> merged, AuditTrail audit) {
        this.themes = themes;
        this.words = words;
        this.merged = merged;
        this.audit = audit;
    }

    /**
     * Merges; whoever calls has begun to change the list.
     *
     * @param into key of the theme that stays
     * @return that theme; answers 422 when it can't be that one
     */
    Theme merge(Theme gone, String into) {
        Findings findings = new Findings();
        Theme stays = stays(gone, into, findings);
        ThemeContent content = together(gone, stays);
        findings.tooMany(INTO, content.synonyms(), WriteTheme.SYNONYMS);
        findings.refuse();
        words.handOver(gone.key(), stays.key());
        stays.edit(content);
        themes.delete(gone);
        themes.flush();
        merged.fire(new ThemesMerged(gone.key(), stays.key()));
        audit.record("theme.merged", null, "theme/" + gone.key());
        return stays;
    }

    private Theme stays(Theme gone, String into, Findings findings) {
        findings.required(INTO, into, WriteTheme.LONGEST);
        findings.refuse();
        Optional<Theme> stays = themes.findByIdOptional(into, LockModeType.PESSIMISTIC_WRITE);
        if (stays.isEmpty()) {
            findings.add(INTO, "theme.unknown", into);
        } else if (into.equals(gone.key())) {
            findings.add(INTO, "theme.itself");
        } else if (stays.get().state() == ThemeState.RETIRED) {
            findings.add(INTO, "theme.retired", into);
        }
        findings.refuse();
        return stays.orElseThrow();
    }

    /** What stays, with the other's names and synonyms among its own synonyms. No word is of both. */
    private ThemeContent together(Theme gone, Theme stays) {
        List<String> written = Stream.concat(
                        Stream.of(gone.name().nl(), gone.name().en()), gone.content().synonyms().stream())
                .filter(word -> word != null)
                .toList();
        List<String> forms = words.forms(written);
        List<String> synonyms = new ArrayList<>(stays.content().synonyms());
        for (int at = 0; at < written.size(); at++) {
            if (forms.indexOf(forms.get(at)) == at) {
                synonyms.add(written.get(at));
            }
        }
        return new ThemeContent(stays.name(), synonyms, stays.state());
    }
}
