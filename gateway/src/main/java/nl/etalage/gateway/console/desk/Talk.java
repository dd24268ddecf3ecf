package nl.etalage.gateway.console.desk;

import java.util.List;

/**
 * What colleagues say about a story, in threads.
 *
 * @param story id
 * @param threads oldest first, those that are done last
 * @param places what a new one can be about
 * @param typed what stands in the form
 * @param complaint why something was not said; null when all is well
 * @param away whether it could not be read
 * @param next address of the rest; null when this is all
 */
record Talk(
        String story,
        List<Conversation> threads,
        List<FieldView.Option> places,
        Typed typed,
        String complaint,
        boolean away,
        String next) {

    /** What was typed: for a new thread, or as an answer in one. */
    record Typed(String thread, String text, String field, String key) {}

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

    /** What was typed to begin a thread. */
    public String beginning() {
        return typed.thread().isEmpty() ? typed.text() : "";
    }
}
