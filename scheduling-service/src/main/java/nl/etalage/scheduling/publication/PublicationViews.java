package nl.etalage.scheduling.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.etalage.problem.Sentences;

/** Shows publications, with what is known around them. */
@ApplicationScoped
class PublicationViews {

    private final PublicationFacts facts;

    PublicationViews(PublicationFacts facts) {
        this.facts = facts;
    }

    PublicationView of(Publication publication, Sentences sentences) {
        return of(List.of(publication), sentences).get(0);
    }

    List<PublicationView> of(List<Publication> publications, Sentences sentences) {
        List<UUID> ids = publications.stream().map(Publication::id).toList();
        Map<UUID, List<AttemptView>> attempts = facts.attempts(ids, sentences);
        Set<UUID> outdated = facts.outdated(ids);
        return publications.stream()
                .map(publication -> view(
                        publication,
                        outdated.contains(publication.id()),
                        attempts.getOrDefault(publication.id(), List.of()),
                        sentences))
                .toList();
    }

    private static PublicationView view(
            Publication publication, boolean outdated, List<AttemptView> attempts, Sentences sentences) {
        Snapshot snapshot = publication.snapshot();
        return new PublicationView(
                publication.id(),
                publication.shop(),
                publication.channel(),
                publication.platform(),
                publication.createdBy(),
                snapshot.adaptation(),
                snapshot.story(),
                snapshot.revision(),
                snapshot.campaign(),
                snapshot.text(),
                snapshot.link(),
                snapshot.assets(),
                snapshot.hash(),
                publication.time().localTime().toString(),
                publication.time().zone().getId(),
                publication.time().at(),
                publication.time().notAfter(),
                publication.state(),
                outdated,
                publication.approval(),
                attempts,
                publication.permalink(),
                publication.removal(),
                publication.reason() == null ? null : publication.reason().in(sentences),
                publication.notes().stream().map(note -> note.in(sentences)).toList(),
                publication.version());
    }
}
