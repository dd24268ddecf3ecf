package nl.etalage.content.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.etalage.content.access.Actor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignOfDayTest {

    private static Campaign campaign(String name, String start, String end) {
        return new Campaign(
                UUID.randomUUID(),
                new CampaignContent(name, null, null, LocalDate.parse(start), LocalDate.parse(end), null, null, null),
                new Actor(UUID.randomUUID(), Set.of()),
                Instant.EPOCH);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-15, lente",
        "2026-06-01, lente",
        "2026-06-02, zomer",
        "2026-08-01, winter",
        "2027-03-01, winter"
    })
    void theOneThatRunsCountsElseTheNextElseOneThatIsOver(LocalDate day, String name) {
        List<Campaign> campaigns = List.of(
                campaign("winter", "2026-12-01", "2027-02-01"),
                campaign("zomer", "2026-05-20", "2026-07-01"),
                campaign("lente", "2026-05-01", "2026-06-01"));
        String expected = day.isAfter(LocalDate.of(2027, 2, 1)) ? "lente" : name;
        assertEquals(
                expected,
                CampaignOfDay.of(campaigns, day).orElseThrow().content().name());
    }

    @ParameterizedTest
    @CsvSource({"nl, 5 mei 2026", "en, 'May 5, 2026'"})
    void itsDaysAreSaidInTheLanguageOfTheStory(String language, String day) {
        Map<String, String> fields = CampaignOfDay.fields(campaign("Lente", "2026-05-05", "2026-06-01"), language);
        assertEquals(day, fields.get("campaign.startsOn"));
        assertEquals("Lente", fields.get("campaign.name"));
    }
}
