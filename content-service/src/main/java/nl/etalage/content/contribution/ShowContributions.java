package nl.etalage.content.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.etalage.content.story.Story;
import nl.etalage.content.story.StoryRepository;
import nl.etalage.content.story.StoryState;

/** Puts contributions into answers, with where the stories stand that were made of them. */
@ApplicationScoped
class ShowContributions {

    private final StoryRepository stories;

    ShowContributions(StoryRepository stories) {
        this.stories = stories;
    }

    ContributionView show(Contribution contribution) {
        return show(List.of(contribution)).get(0);
    }

    List<ContributionView> show(List<Contribution> contributions) {
        List<UUID> made = contributions.stream()
                .map(Contribution::story)
                .filter(Objects::nonNull)
                .toList();
        Map<UUID, StoryState> states = made.isEmpty()
                ? Map.of()
                : stories.list("id in ?1", made).stream().collect(Collectors.toMap(Story::id, Story::state));
        return contributions.stream()
                .map(one -> ContributionView.of(one, one.story() == null ? null : states.get(one.story())))
                .toList();
    }
}
