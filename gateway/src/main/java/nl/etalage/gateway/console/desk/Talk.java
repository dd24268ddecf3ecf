package nl.etalage.gateway.console.desk;

import java.util.List;

/**
 * What colleagues say about a story, in threads.
 *
 * @param story id
 * @param threads oldest first, those that are done last
 * @param places what a new one can be about
 * @param typed what stands in the form
 * @param complaint why something was not said or not closed; null when all is well
 * @param did what was done just before: id of the thread in which something was said, or {@code resolved}
 * @param away whether it could not be read
 * @param next address of the rest; null when this is all
 */
record Talk(
        String story,
        List<Conversation> threads,
        List<FieldView.Option> places,
        Typed typed,
        String complaint,
        String did,
        boolean away,
        String next) {

    /** Says that a thread was closed. */
    static final String RESOLVED = "resolved";

    /** What was typed: for a new thread, or as an answer in one, and whether it was refused. */
    record Typed(String thread, String text, String field, String key, boolean refused) {}

    /**
     * A thread.
     *
     * @param id of its first comment
     * @param about key of what it is about; null for the whole story
     * @param done whether somebody said that it is done
     * @param by who said so; null when they left
     * @param version of the first comment
     */
    record Conversation(String id, String about, boolean done, String by, List<Comment> comments, String version) {}

    /** One comment; {@code who} is null when they left. */
    record Comment(String who, String when, String text) {}

    public List<Conversation> open() {
        return threads.stream().filter(thread -> !thread.done()).toList();
    }

    public List<Conversation> done() {
        return threads.stream().filter(Conversation::done).toList();
    }

    /** What was typed in answer to a thread; empty for another. */
    public String answer(String thread) {
        return thread.equals(typed.thread()) ? typed.text() : "";
    }

    /** Why what was typed in a thread, or to begin one, was not said; null when it was. */
    public String error(String thread) {
        return typed.refused() && thread.equals(typed.thread()) ? complaint : null;
    }

    /** Where what was typed stands, when it was not said; null when it was. */
    public String wrong() {
        if (!typed.refused()) {
            return null;
        }
        return typed.thread().isEmpty() ? "c-text" : "a-" + typed.thread();
    }

    /** Whether what was not said would open a thread again. */
    public boolean wrongInDone() {
        return typed.refused() && done().stream().anyMatch(thread -> thread.id().equals(typed.thread()));
    }

    public boolean resolved() {
        return RESOLVED.equals(did);
    }

    /** What was typed to begin a thread. */
    public String beginning() {
        return typed.thread().isEmpty() ? typed.text() : "";
    }
}
