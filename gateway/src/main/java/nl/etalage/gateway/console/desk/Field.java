package nl.etalage.gateway.console.desk;

import java.util.List;

/**
 * Something an editor may fill in.
 *
 * @param name in the form: {@code title}, {@code details.source}, {@code channelTexts.mastodon}
 * @param most most characters; 0 when that means nothing here
 * @param hint whether a sentence below it explains it
 * @param choices words of the API to choose from; empty where there is nothing to choose, or the network says what
 */
record Field(String name, Kind kind, int most, boolean hint, List<String> choices) {

    /** How it is filled in. */
    enum Kind {
        /** One line. */
        LINE,
        /** A few lines. */
        TEXT,
        /** Many lines. */
        LONG,
        /** A web address, which may begin with a merge field. */
        LINK,
        DATE,
        /** A date and a time on the clock. */
        MOMENT,
        NUMBER,
        /** A list, a line each. */
        LINES,
        /** A list, with commas. */
        WORDS,
        /** One of a few. */
        CHOICE,
        /** Any of a few. */
        CHOICES,
        /** Yes, or nothing. */
        YES,
        /** Another story, by the address of its page. */
        STORY;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static Field of(String name, Kind kind, int most) {
        return new Field(name, kind, most, false, List.of());
    }

    static Field choice(String name, Kind kind, String... choices) {
        return new Field(name, kind, 0, false, List.of(choices));
    }

    Field explained() {
        return new Field(name, kind, most, true, choices);
    }

    /** Key of its name; {@code details.source} is {@code fieldSource}. */
    String label() {
        return key("field", name);
    }

    /** Key of the sentence that explains it; null without. */
    String explanation() {
        return hint ? key("hint", name) : null;
    }

    /** Key of the name of one of its choices. */
    String choice(String word) {
        return key(name, word);
    }

    /** The words of a path, joined as keys of the message bundle are. */
    static String key(String group, String path) {
        StringBuilder key = new StringBuilder(group);
        for (String word : path.substring(path.lastIndexOf('.') + 1).split("-")) {
            key.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return key.toString();
    }
}
