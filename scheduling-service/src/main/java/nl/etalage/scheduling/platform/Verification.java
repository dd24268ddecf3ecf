package nl.etalage.scheduling.platform;

import nl.etalage.scheduling.Remark;

/** Whether an account works. */
public sealed interface Verification {

    /**
     * It does.
     *
     * @param accountId the platform's id of the account
     * @param handle how people know it, such as {@code @zeist@mastodon.example}
     * @param characterLimit longest text, in the platform's own count
     * @param urlLength what any link counts for; 0 when links count as they are
     */
    record Healthy(String accountId, String handle, int characterLimit, int urlLength) implements Verification {}

    /** It doesn't. */
    record Failing(Remark why) implements Verification {}
}
