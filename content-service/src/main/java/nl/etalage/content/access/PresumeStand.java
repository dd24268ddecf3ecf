package nl.etalage.content.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import java.util.Optional;
import java.util.function.Supplier;
import nl.etalage.problem.ProblemException;

/**
 * Has a write judged by what is known already, without looking first whether it still holds: the write itself tells, in
 * its own statement. Where it doesn't hold, and wherever it would be refused, it is judged anew by a look of its own; so
 * nobody is let in, or kept out, by what is no longer so.
 */
@ApplicationScoped
public class PresumeStand {

    private final CurrentStand stand;
    private final CurrentAccess access;

    PresumeStand(CurrentStand stand, CurrentAccess access) {
        this.stand = stand;
        this.access = access;
    }

    /**
     * Carries out a write, twice at most.
     *
     * @param write may do nothing but this write, in one statement; empty when {@link CurrentStand#presumed} turned out
     *     untrue, and then nothing was written
     */
    public <T> T write(Supplier<Optional<T>> write) {
        // What refuses within a transaction of somebody else would end that too.
        if (QuarkusTransaction.getStatus() == Status.STATUS_NO_TRANSACTION && stand.presume()) {
            Optional<T> written = presumed(write);
            if (written.isPresent()) {
                return written.get();
            }
            stand.forget();
            access.forget();
        }
        return write.get().orElseThrow();
    }

    private static <T> Optional<T> presumed(Supplier<Optional<T>> write) {
        try {
            return write.get();
        } catch (ProblemException judgedAnew) {
            return Optional.empty();
        }
    }
}
