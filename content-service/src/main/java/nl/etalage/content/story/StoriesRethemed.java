package nl.etalage.content.story;

/**
 * Stories that had one theme have another, in all their revisions, in the transaction that is running.
 *
 * @param before key that no story has any more
 */
public record StoriesRethemed(String before) {}
