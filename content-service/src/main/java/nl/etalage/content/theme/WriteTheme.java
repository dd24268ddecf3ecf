package nl.etalage.content.theme;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.etalage.audittrail.AuditTrail;
import nl.etalage.content.Findings;

/** Adds a theme to the list, and changes or retires one. */
@ApplicationScoped
class WriteTheme {

    private static final Pattern KEY = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    static final int LONGEST = 60;
    static final int SYNONYMS = 30;

    private final ThemeRepository themes;
    private final ThemeWords words;
    private final AuditTrail audit;

    WriteTheme(ThemeRepository themes, ThemeWords words, AuditTrail audit) {
        this.themes = themes;
        this.words = words;
        this.audit = audit;
    }

    /** Answers 422 with everything that is wrong. */
    Theme create(NewTheme wanted) {
        ThemeContent content = wanted.content();
        refuseUnfit(content);
        words.begin();
        String key = key(wanted);
        Set<String> known = known(key, wanted.key() == null || wanted.key().isBlank() ? "/name/nl" : "/key", content);
        Theme theme = new Theme(key, content);
        themes.persistAndFlush(theme);
        words.keep(key, known);
        audit.record("theme.created", null, "theme/" + key);
        return theme;
    }

    void edit(Theme theme, ThemeContent content) {
        refuseUnfit(content);
        words.keep(theme.key(), known(theme.key(), "/name/nl", content));
        theme.edit(content);
        themes.flush();
        audit.record("theme.edited", null, "theme/" + theme.key());
    }

    private String key(NewTheme wanted) {
        Findings findings = new Findings();
        boolean given = wanted.key() != null && !wanted.key().isBlank();
        String name = wanted.name().nl();
        String key =
                given ? wanted.key() : ThemeKey.of(words.forms(List.of(name)).get(0));
        if (key.length() > LONGEST || !KEY.matcher(key).matches()) {
            findings.add("/key", given ? "slug" : "theme.key");
        } else if (themes.findById(key) != null) {
            findings.add(given ? "/key" : "/name/nl", "theme.taken", key);
        }
        findings.refuse();
        return key;
    }

    private static void refuseUnfit(ThemeContent content) {
        Findings findings = new Findings();
        findings.required(
                "/name/nl", content.name() == null ? null : content.name().nl(), LONGEST);
        findings.tooLong(
                "/name/en", content.name() == null ? null : content.name().en(), LONGEST);
        findings.tooMany("/synonyms", content.synonyms(), SYNONYMS);
        for (int at = 0; at < Math.min(content.synonyms().size(), SYNONYMS); at++) {
            findings.required("/synonyms/" + at, content.synonyms().get(at), LONGEST);
        }
        findings.refuse();
    }

    /** The words by which a theme will be known; a word of two themes would mean neither. */
    private Set<String> known(String key, String ofKey, ThemeContent content) {
        List<Map.Entry<String, String>> written = written(key, ofKey, content);
        List<String> forms =
                words.forms(written.stream().map(Map.Entry::getValue).toList());
        Set<String> all = new LinkedHashSet<>(forms);
        Map<String, String> taken = words.ofOthers(key, all);
        Findings findings = new Findings();
        for (int at = 0; at < forms.size(); at++) {
            String pointer = written.get(at).getKey();
            if (forms.get(at).isEmpty()) {
                findings.add(pointer, "theme.no-word");
            } else if (taken.containsKey(forms.get(at))) {
                findings.add(pointer, "theme.taken", taken.get(forms.get(at)));
            }
        }
        findings.refuse();
        return all;
    }

    /** All words of a theme, with where they stand in the request. */
    private static List<Map.Entry<String, String>> written(String key, String ofKey, ThemeContent content) {
        List<Map.Entry<String, String>> written = new ArrayList<>();
        written.add(Map.entry("/name/nl", content.name().nl()));
        if (content.name().en() != null) {
            written.add(Map.entry("/name/en", content.name().en()));
        }
        for (int at = 0; at < content.synonyms().size(); at++) {
            written.add(Map.entry("/synonyms/" + at, content.synonyms().get(at)));
        }
        written.add(Map.entry(ofKey, ThemeKey.words(key)));
        return written;
    }
}
