package nl.etalage.shops.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.Map;
import java.util.function.Supplier;
import nl.etalage.problem.ProblemException;
import org.postgresql.util.PSQLException;

/**
 * Writes pending changes and turns a broken database constraint into the problem it stands for. Rules that two requests
 * could break together live in the database; this is how their breaking reaches the caller.
 */
@ApplicationScoped
public class Constraints {

    private final EntityManager entities;

    Constraints(EntityManager entities) {
        this.entities = entities;
    }

    /** Writes what is pending; no constraint is expected to break. */
    public void flush() {
        entities.flush();
    }

    /**
     * Writes what is pending.
     *
     * @param problems what to answer per name of a constraint; a constraint without an entry is a fault of ours
     */
    public void flush(Map<String, Supplier<ProblemException>> problems) {
        try {
            entities.flush();
        } catch (PersistenceException failure) {
            Supplier<ProblemException> problem = problems.get(brokenConstraint(failure));
            throw problem == null ? failure : problem.get();
        }
    }

    private static String brokenConstraint(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException refused && refused.getServerErrorMessage() != null) {
                return String.valueOf(refused.getServerErrorMessage().getConstraint());
            }
        }
        return "";
    }
}
