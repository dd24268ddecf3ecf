package nl.etalage.content.story;

import java.util.UUID;

/** A story was taken back, in the transaction that is running. */
public record StoryWithdrawn(UUID story, int revision, WithdrawReason reason) {}
