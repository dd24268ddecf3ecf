package nl.etalage.scheduling.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.etalage.paging.Page;
import nl.etalage.paging.PageRequest;
import nl.etalage.problem.HttpProblem;
import nl.etalage.problem.Sentences;
import nl.etalage.scheduling.InputCheck;
import nl.etalage.scheduling.access.Access;
import nl.etalage.scheduling.access.Permission;
import nl.etalage.scheduling.access.Shop;
import nl.etalage.scheduling.access.Shops;

/** One publication, or a shop's by planned moment. */
@ApplicationScoped
class FindPublications {

    private static final Instant BEGIN = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9000-01-01T00:00:00Z");

    private final Access access;
    private final Shops shops;
    private final PublicationRepository publications;
    private final PublicationViews views;

    FindPublications(Access access, Shops shops, PublicationRepository publications, PublicationViews views) {
        this.access = access;
        this.shops = shops;
        this.publications = publications;
        this.views = views;
    }

    /** @throws nl.etalage.problem.ProblemException 404 when it isn't there for the caller */
    Publication one(UUID id) {
        return publications.find(id, access.toRead().shops()).orElseThrow(() -> HttpProblem.NOT_FOUND.because());
    }

    /**
     * What is asked, as it came in.
     *
     * @param from local day (its start in the shop's zone) or instant, included; null for no bound
     * @param to local day (its end) or instant, excluded; null for no bound
     */
    record Question(String shop, String from, String to, List<String> states, Integer limit, String pageToken) {}

    Page<PublicationView> list(Question question, Sentences sentences) {
        new InputCheck().required("#shop", question.shop()).done();
        access.toRead().at(question.shop(), Permission.READ);
        Shop shop = shops.find(question.shop()).orElseThrow(() -> HttpProblem.NOT_FOUND.because());
        PublicationRepository.Filter filter = filter(question, shop.zone());
        PageRequest page = PageRequest.of(question.limit(), question.pageToken(), "publications " + filter);
        List<Publication> found = publications.list(filter, page);
        Page<Publication> kept = page.page(
                found,
                publication -> List.of(
                        publication.time().at().toString(), publication.id().toString()));
        return new Page<>(views.of(kept.items(), sentences), kept.nextPageToken());
    }

    private static PublicationRepository.Filter filter(Question question, ZoneId zone) {
        InputCheck check = new InputCheck();
        Instant from = question.from() == null ? BEGIN : moment(question.from(), zone, 0);
        Instant to = question.to() == null ? END : moment(question.to(), zone, 1);
        check.wrongIf(from == null, "#from", "moment").wrongIf(to == null, "#to", "moment");
        Set<PublicationState> states = EnumSet.noneOf(PublicationState.class);
        for (String word : question.states()) {
            try {
                states.add(PublicationState.of(word));
            } catch (IllegalArgumentException unknown) {
                check.wrong("#state", "state");
            }
        }
        check.done();
        return new PublicationRepository.Filter(
                question.shop(), from, to, states.isEmpty() ? EnumSet.allOf(PublicationState.class) : states);
    }

    private static Instant moment(String text, ZoneId zone, int daysLater) {
        try {
            Instant moment = text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text)
                            .plusDays(daysLater)
                            .atStartOfDay(zone)
                            .toInstant();
            // What the database can't compare with is outside any publication's time.
            return moment.isBefore(BEGIN) ? BEGIN : moment.isAfter(END) ? END : moment;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
