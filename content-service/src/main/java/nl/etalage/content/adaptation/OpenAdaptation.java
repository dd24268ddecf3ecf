package nl.etalage.content.adaptation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import nl.etalage.content.access.Access;
import nl.etalage.content.access.CurrentAccess;
import nl.etalage.content.access.Scope;
import nl.etalage.problem.HttpProblem;

/** Finds an adaptation among those of the caller's shops; own, foreign and absent ones take the same path. */
@ApplicationScoped
public class OpenAdaptation {

    private final CurrentAccess access;
    private final AdaptationRepository adaptations;

    OpenAdaptation(CurrentAccess access, AdaptationRepository adaptations) {
        this.access = access;
        this.adaptations = adaptations;
    }

    /** To read. */
    public Adaptation toRead(UUID id) {
        Access caller = access.enter();
        Adaptation found = adaptations.find(caller.shops(), id).orElseThrow(HttpProblem.NOT_FOUND::because);
        caller.requireReader(found.shop(), Scope.PUBLICATIONS_WRITE);
        return found;
    }

    /** To change; others who want to change it wait until this transaction ends. */
    Adaptation toWrite(UUID id) {
        Access caller = access.enter();
        Adaptation found = adaptations.findForUpdate(caller.shops(), id).orElseThrow(HttpProblem.NOT_FOUND::because);
        caller.requireWriter(found.shop(), Scope.PUBLICATIONS_WRITE);
        return found;
    }
}
