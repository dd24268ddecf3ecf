package nl.etalage.scheduling.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.BiConsumer;
import nl.etalage.conditionalupdate.IfMatch;
import nl.etalage.problem.HttpProblem;
import nl.etalage.scheduling.access.Access;
import nl.etalage.scheduling.access.Part;
import nl.etalage.scheduling.access.Permission;
import nl.etalage.scheduling.access.Standing;

/** The frame of every change by a person: who may, in which version, and what follows. */
@ApplicationScoped
class Changing {

    private final Access access;
    private final PublicationRepository publications;
    private final PublicationChanges changes;

    Changing(Access access, PublicationRepository publications, PublicationChanges changes) {
        this.access = access;
        this.publications = publications;
        this.changes = changes;
    }

    /** Which publication, and in which version its changer saw it. */
    record Target(UUID id, String ifMatch) {}

    /**
     * Holds the row, so that no worker moves it meanwhile, and takes one step.
     *
     * @param action such as {@code approved}, for the audit
     * @throws nl.etalage.problem.ProblemException 404, 403, 428, 412, or what the step refuses
     */
    Publication change(Target target, Permission permission, String action, BiConsumer<Publication, Part> step) {
        Standing standing = access.toWrite();
        Publication publication = publications
                .findToChange(target.id(), standing.shops())
                .orElseThrow(() -> HttpProblem.NOT_FOUND.because());
        Part part = standing.at(publication.shop(), permission);
        IfMatch.require(target.ifMatch(), publication.version());
        step.accept(publication, part);
        changes.made(publication, action);
        return publication;
    }
}
