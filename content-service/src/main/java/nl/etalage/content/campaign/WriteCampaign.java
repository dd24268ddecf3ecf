package nl.etalage.content.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.etalage.audittrail.AuditTrail;
import nl.etalage.content.Findings;
import nl.etalage.content.access.Actor;
import nl.etalage.content.ops.Ids;
import nl.etalage.content.story.Story;
import nl.etalage.content.story.StoryRepository;

/** Starts a campaign, and changes it. */
@ApplicationScoped
class WriteCampaign {

    private static final int NAME = 200;
    private static final int SUMMARY = 2_000;
    private static final int GOAL = 500;
    private static final int NOTE = 1_000;
    private static final int MOST = 100;

    private final CampaignRepository campaigns;
    private final StoryRepository stories;
    private final Event<CampaignChanged> changed;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    WriteCampaign(
            CampaignRepository campaigns,
            StoryRepository stories,
            Event<CampaignChanged> changed,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.campaigns = campaigns;
        this.stories = stories;
        this.changed = changed;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    Campaign create(CampaignContent content, Actor author) {
        check(content);
        Campaign campaign = new Campaign(ids.next(), content, author, clock.instant());
        campaigns.persist(campaign);
        tell(campaign, Set.copyOf(content.stories()), "campaign.created");
        return campaign;
    }

    void edit(Campaign campaign, CampaignContent content) {
        check(content);
        Set<UUID> touched = new HashSet<>(campaign.content().stories());
        touched.addAll(content.stories());
        campaign.edit(content);
        tell(campaign, touched, "campaign.edited");
    }

    private void tell(Campaign campaign, Set<UUID> touched, String what) {
        campaigns.flush();
        changed.fire(new CampaignChanged(campaign.id(), touched));
        audit.record(what, null, "campaign/" + campaign.id());
    }

    private void check(CampaignContent content) {
        Findings findings = new Findings();
        findings.required("/name", content.name(), NAME);
        findings.tooLong("/summary", content.summary(), SUMMARY);
        findings.tooLong("/goal", content.goal(), GOAL);
        if (content.name() != null && content.name().contains("{{")) {
            findings.add("/name", "asset.braces");
        }
        day("/startsOn", content.startsOn(), findings);
        day("/endsOn", content.endsOn(), findings);
        if (content.startsOn() != null
                && content.endsOn() != null
                && content.endsOn().isBefore(content.startsOn())) {
            findings.add("/endsOn", "until-before-from");
        }
        if (content.joinUntil() != null
                && content.endsOn() != null
                && content.joinUntil().isAfter(content.endsOn())) {
            findings.add("/joinUntil", "campaign.join-after-end");
        }
        findings.tooMany("/stories", content.stories(), MOST);
        findings.tooMany("/tasks", content.tasks(), MOST);
        findings.refuse();
        storiesAndTasks(content, findings);
        findings.refuse();
    }

    private void storiesAndTasks(CampaignContent content, Findings findings) {
        Set<UUID> known = content.stories().isEmpty()
                ? Set.of()
                : stories.list("id in ?1", content.stories()).stream()
                        .map(Story::id)
                        .collect(Collectors.toSet());
        for (int at = 0; at < content.stories().size(); at++) {
            if (!known.contains(content.stories().get(at))) {
                findings.add("/stories/" + at, "story.unknown");
            }
        }
        if (new HashSet<>(content.stories()).size() < content.stories().size()) {
            findings.add("/stories", "twice");
        }
        List<CampaignTask> tasks = content.tasks();
        for (int at = 0; at < tasks.size(); at++) {
            String pointer = "/tasks/" + at;
            day(pointer + "/date", tasks.get(at).date(), findings);
            findings.required(pointer + "/title", tasks.get(at).title(), NAME);
            findings.tooLong(pointer + "/note", tasks.get(at).note(), NOTE);
            if (tasks.get(at).story() != null && !known.contains(tasks.get(at).story())) {
                findings.add(pointer + "/story", "story.unknown");
            }
        }
    }

    private static void day(String pointer, LocalDate day, Findings findings) {
        if (day == null) {
            findings.add(pointer, "required");
        } else if (day.getYear() < 2000 || day.getYear() > 2200) {
            findings.add(pointer, "time.range");
        }
    }
}
