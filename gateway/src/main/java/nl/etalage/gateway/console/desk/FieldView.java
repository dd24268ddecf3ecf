package nl.etalage.gateway.console.desk;

import java.util.List;

/**
 * A field on the page.
 *
 * @param label key of its name
 * @param hint key of the sentence that explains it; null without
 * @param error sentence about what was filled in; null when all is well
 * @param theirs what somebody else wrote here meanwhile; null when nobody did
 * @param theirChoices what they chose, where there is something to choose
 * @param news whether what stands here now was written by somebody else meanwhile
 * @param count null where nothing is counted
 */
record FieldView(
        String name,
        String kind,
        String label,
        String hint,
        String value,
        List<Option> options,
        int most,
        String error,
        String theirs,
        List<Option> theirChoices,
        boolean news,
        Count count) {

    private static final int MANY = 20;

    /**
     * Something to choose.
     *
     * @param label key of its name; null where the text says it
     */
    record Option(String value, String label, String text, boolean chosen) {}

    /** How long a text is, and how it is counted. */
    record Count(int length, int fits, String way) {

        public boolean over() {
            return length > fits;
        }
    }

    public String id() {
        return id(name);
    }

    static String id(String name) {
        return "f-" + name.replace('.', '-');
    }

    public boolean filled() {
        return !value.isBlank() || options.stream().anyMatch(Option::chosen);
    }

    /** Whether there is so much to choose from that only what is chosen stands open. */
    public boolean many() {
        return options.size() > MANY;
    }

    /** How much there is to choose beside what is chosen. */
    public int unchosen() {
        return (int) options.stream().filter(option -> !option.chosen()).count();
    }

    /** Ids of what describes it, for who hears the page. */
    public String describedBy() {
        StringBuilder ids = new StringBuilder();
        if (hint != null) {
            ids.append(id()).append("-hint ");
        }
        if (error != null) {
            ids.append(id()).append("-error ");
        }
        return ids.toString().strip();
    }

    public int rows() {
        return kind.equals("long") ? 16 : 3;
    }
}
