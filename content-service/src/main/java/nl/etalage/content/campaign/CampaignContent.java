package nl.etalage.content.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Stories and tasks under one goal and period.
 *
 * @param startsOn first day
 * @param endsOn last day, included
 * @param joinUntil last day a shop may join, included; null for the last day of the campaign
 * @param stories ids, at most 100
 * @param tasks by date, at most 100
 */
@Schema(name = "CampaignContent")
public record CampaignContent(
        @Schema(maxLength = 200, examples = "Koop een betere wereld") String name,
        @Schema(maxLength = 2_000, nullable = true) String summary,
        @Schema(maxLength = 500, nullable = true) String goal,
        LocalDate startsOn,
        LocalDate endsOn,
        @Schema(nullable = true) LocalDate joinUntil,
        List<UUID> stories,
        List<CampaignTask> tasks) {

    public CampaignContent {
        stories = stories == null ? List.of() : List.copyOf(stories);
        tasks = tasks == null ? List.of() : List.copyOf(tasks);
    }

    /** The same without the stories that a reader may not hear of, and without what is to be done with them. */
    CampaignContent withOnly(Predicate<UUID> known) {
        return new CampaignContent(
                name,
                summary,
                goal,
                startsOn,
                endsOn,
                joinUntil,
                stories.stream().filter(known).toList(),
                tasks.stream().filter(task -> task.isFor(known)).toList());
    }

    /** Last day a shop may join. */
    public LocalDate lastDayToJoin() {
        return joinUntil == null ? endsOn : joinUntil;
    }

    /** Where the campaign stands on a day. */
    public CampaignState stateOn(LocalDate day) {
        if (day.isBefore(startsOn)) {
            return CampaignState.PLANNED;
        }
        return day.isAfter(endsOn) ? CampaignState.OVER : CampaignState.RUNNING;
    }
}
