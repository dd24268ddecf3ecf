package nl.etalage.gateway.console.desk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.etalage.gateway.console.desk.Field.Kind;

/** Puts the fields of a story on a page. */
final class FieldViews {

    private static final Map<String, ChannelText> CHANNELS = channels();

    private final Meeting meeting;
    private final Map<String, String> errors;
    private final List<NetworkClient.Group> groups;
    private final ThemeOptions themes;

    FieldViews(Meeting meeting, Map<String, String> errors, List<NetworkClient.Group> groups, ThemeOptions themes) {
        this.meeting = meeting;
        this.errors = errors;
        this.groups = List.copyOf(groups);
        this.themes = themes;
    }

    List<FieldView> of(List<Field> fields) {
        return fields.stream().map(this::view).toList();
    }

    private FieldView view(Field field) {
        StoryText text = meeting.text();
        boolean chosen = field.kind() == Kind.CHOICE || field.kind() == Kind.CHOICES || field.kind() == Kind.YES;
        String theirs = meeting.theirs().get(field.name());
        return new FieldView(
                field.name(),
                field.kind().word(),
                field.label(),
                field.explanation(),
                chosen ? "" : value(field, text),
                chosen ? options(field, text.all(field.name())) : List.of(),
                field.most(),
                errors.get(field.name()),
                theirs,
                chosen && theirs != null
                        ? options(field, List.of(theirs.split("\n"))).stream()
                                .filter(FieldView.Option::chosen)
                                .toList()
                        : List.of(),
                meeting.news().contains(field.name()),
                count(field, text.one(field.name())));
    }

    private static String value(Field field, StoryText text) {
        return field.kind() == Kind.WORDS ? String.join(", ", text.all(field.name())) : text.one(field.name());
    }

    private static FieldView.Count count(Field field, String text) {
        ChannelText channel = CHANNELS.get(field.name());
        if (channel != null) {
            return new FieldView.Count(channel.length(text), channel.fits(), channel.way());
        }
        boolean counted = field.most() > 0
                && field.most() < ChannelText.MOST
                && !field.name().startsWith("details.");
        return counted && field.kind() != Kind.WORDS
                ? new FieldView.Count(text.codePointCount(0, text.length()), field.most(), "points")
                : null;
    }

    private List<FieldView.Option> options(Field field, List<String> chosen) {
        List<FieldView.Option> options = new ArrayList<>();
        if (field.name().equals("owner")) {
            options.add(new FieldView.Option(
                    "network", "ownerNetwork", null, chosen.isEmpty() || chosen.contains("network")));
            groupOptions(options, chosen);
        } else if (field.name().equals("targetGroups")) {
            groupOptions(options, chosen);
        } else if (field.name().equals("themes")) {
            options.addAll(themes.options(chosen));
        } else {
            Set<String> words = new LinkedHashSet<>(field.choices());
            boolean free = field.name().equals("locale");
            if (free) {
                words.addAll(chosen);
            }
            words.forEach(word -> options.add(new FieldView.Option(
                    word, field.choices().contains(word) ? choice(field, word) : null, word, chosen.contains(word))));
        }
        return options;
    }

    /** What may be locked is called as it is where it is filled in. */
    private static String choice(Field field, String word) {
        return field.name().equals("lockedFields") ? Field.key("field", word) : field.choice(word);
    }

    private void groupOptions(List<FieldView.Option> options, List<String> chosen) {
        Set<String> known = new LinkedHashSet<>();
        groups.forEach(group -> {
            known.add(group.slug());
            options.add(new FieldView.Option(group.slug(), null, group.name(), chosen.contains(group.slug())));
        });
        chosen.stream()
                .filter(slug -> !known.contains(slug) && !slug.equals("network"))
                .forEach(slug -> options.add(new FieldView.Option(slug, null, slug, true)));
    }

    private static Map<String, ChannelText> channels() {
        Map<String, ChannelText> channels = new java.util.HashMap<>();
        for (ChannelText channel : ChannelText.values()) {
            channels.put(channel.field(), channel);
        }
        return Map.copyOf(channels);
    }
}
