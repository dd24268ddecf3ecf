package nl.etalage.shops.intake;

import static nl.etalage.shops.ShopsProblem.SENTENCES;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.etalage.problem.HttpProblem;
import nl.etalage.problem.ProblemException;
import nl.etalage.problem.Violation;
import nl.etalage.shops.shop.ContactBook;
import nl.etalage.shops.shop.ContactDocument;
import nl.etalage.shops.shop.CreateShop;
import nl.etalage.shops.shop.DescribeShop;
import nl.etalage.shops.shop.ShopDocument;
import nl.etalage.shops.shop.ShopState;
import nl.etalage.shops.validation.Findings;

/** Takes over a table of shops. The same table again changes nothing, and no shop is made twice. */
@ApplicationScoped
class ImportShops {

    /** Hibernate looks through all it holds before every query; it holds no more rows than this. */
    private static final int FLUSHED = 25;

    private final ImportedShops imported;
    private final FindShop findShop;
    private final CreateShop createShop;
    private final DescribeShop describeShop;
    private final ContactBook contacts;
    private final EntityManager entities;

    ImportShops(
            ImportedShops imported,
            FindShop findShop,
            CreateShop createShop,
            DescribeShop describeShop,
            ContactBook contacts,
            EntityManager entities) {
        this.imported = imported;
        this.findShop = findShop;
        this.createShop = createShop;
        this.describeShop = describeShop;
        this.contacts = contacts;
        this.entities = entities;
    }

    /**
     * What became of each row. A row that is refused leaves the others as they are.
     *
     * @param words puts what is wrong with a row into the caller's language
     */
    List<RowReport> run(ShopTable table, RowWords words) {
        imported.oneAtATime();
        Map<String, Integer> seen = new HashMap<>();
        List<RowReport> report = new ArrayList<>();
        for (ShopRow row : table.rows()) {
            try {
                report.add(take(row, seen));
            } catch (ProblemException refused) {
                report.add(RowReport.refused(row, words.reasons(refused)));
            }
            if (report.size() % FLUSHED == 0) {
                entities.flush();
                entities.clear();
            }
        }
        entities.flush();
        return report;
    }

    private RowReport take(ShopRow row, Map<String, Integer> seen) {
        check(row);
        Optional<String> known = findShop.of(row);
        String slug = known.orElseGet(() -> findShop.freeSlug(row));
        Integer earlier = seen.get(slug);
        if (earlier != null) {
            throw new ProblemException(
                    HttpProblem.INVALID_INPUT, List.of(Violation.keyed("", SENTENCES, "row.twice", earlier)));
        }
        RowReport taken = known.isPresent() ? update(slug, row) : create(slug, row);
        seen.put(slug, row.row());
        return taken;
    }

    private static void check(ShopRow row) {
        Findings findings = new Findings();
        findings.required("/name", row.name());
        contact("", row).check(findings);
        findings.throwIfAny();
    }

    private RowReport create(String slug, ShopRow row) {
        createShop.create(new ShopDocument(
                slug,
                null,
                row.name(),
                row.town(),
                null,
                null,
                row.website(),
                null,
                null,
                null,
                null,
                null,
                null,
                ShopState.CANDIDATE,
                false,
                null));
        contacts.describe(slug, contact(slug, row));
        imported.persist(new ImportedShop(slug, row));
        return RowReport.created(row, slug);
    }

    private RowReport update(String slug, ShopRow row) {
        ImportedShop last = imported.findById(slug);
        ShopRow before = last == null ? new ShopRow(0, slug, null, null, null, null, null, null) : last.said();
        ThreeWay choice = new ThreeWay();
        describeShop.describe(
                slug,
                now -> now.called(
                        choice.choose("name", now.name(), before.name(), row.name()),
                        choice.choose("town", now.town(), before.town(), row.town()),
                        choice.choose("website", now.website(), before.website(), row.website())));
        ContactDocument now = contacts.of(slug);
        contacts.describe(
                slug,
                new ContactDocument(
                        slug,
                        choice.choose("mailbox", now.mailbox(), before.mailbox(), row.mailbox()),
                        choice.choose("contact", now.contact(), before.contact(), row.contact()),
                        choice.choose("telephone", now.telephone(), before.telephone(), row.telephone()),
                        now.version()));
        if (last == null) {
            imported.persist(new ImportedShop(slug, row));
        } else if (!last.saidTheSame(row)) {
            last.remember(row);
        }
        return RowReport.found(row, slug, choice.changed(), choice.kept());
    }

    private static ContactDocument contact(String slug, ShopRow row) {
        return new ContactDocument(slug, row.mailbox(), row.contact(), row.telephone(), 0L);
    }
}
