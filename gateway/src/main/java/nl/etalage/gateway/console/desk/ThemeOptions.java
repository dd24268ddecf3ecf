package nl.etalage.gateway.console.desk;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The themes of the network, to choose from.
 *
 * @param themes all of them, retired ones too
 * @param locale of the reader
 */
record ThemeOptions(List<ThemeClient.Theme> themes, Locale locale) {

    ThemeOptions {
        themes = List.copyOf(themes);
    }

    /** By name; those that are retired only where a story has them already. */
    List<FieldView.Option> options(List<String> chosen) {
        Map<String, String> names = new LinkedHashMap<>();
        themes.stream()
                .filter(theme -> theme.active() || chosen.contains(theme.key()))
                .forEach(theme -> names.put(theme.key(), theme.called(locale)));
        chosen.forEach(key -> names.putIfAbsent(key, key));
        return names.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.comparing((String name) -> name.toLowerCase(locale))))
                .map(name -> new FieldView.Option(name.getKey(), null, name.getValue(), chosen.contains(name.getKey())))
                .toList();
    }
}
