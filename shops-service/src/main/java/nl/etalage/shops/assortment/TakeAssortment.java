package nl.etalage.shops.assortment;

import static nl.etalage.shops.ShopsProblem.SENTENCES;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.etalage.audittrail.AuditTrail;
import nl.etalage.conditionalupdate.IfMatch;
import nl.etalage.eventfeed.EventFeed;
import nl.etalage.eventfeed.NewEvent;
import nl.etalage.problem.HttpProblem;
import nl.etalage.problem.ProblemException;
import nl.etalage.problem.Sentences;
import nl.etalage.problem.Violation;
import nl.etalage.shops.feed.ShopsFeed;
import nl.etalage.shops.validation.Findings;

/** Takes over what a shop sells. A row that is refused leaves the others as they are, and what was kept of it too. */
@ApplicationScoped
class TakeAssortment {

    /** Products of one shop; a large webshop of this kind has a few thousand. */
    static final int MOST = 20_000;

    private final AssortmentTable table;
    private final AuditTrail audit;
    private final EventFeed feed;

    TakeAssortment(AssortmentTable table, AuditTrail audit, EventFeed feed) {
        this.table = table;
        this.audit = audit;
        this.feed = feed;
    }

    /**
     * How it is to be taken.
     *
     * @param replace whether products that aren't among the rows go
     * @param ifMatch value of If-Match; null when any version will do
     * @param sentences puts remarks into the caller's language
     */
    record Manner(boolean replace, String ifMatch, Sentences sentences) {}

    private record Changed(String shop, long version) {}

    /**
     * What became of each row. A row that is refused and may be any product leaves all of them: what isn't among the
     * rows is then removed by none.
     *
     * @throws ProblemException 412 when If-Match names another version, 422 when the shop would have more than
     *     {@value #MOST} products
     */
    AssortmentTaken take(String shop, List<GivenRow> rows, Manner manner) {
        AssortmentTable.Stand before = table.forChange(shop);
        if (manner.ifMatch() != null) {
            IfMatch.require(manner.ifMatch(), before.version());
        }
        Sorting sorting = new Sorting(manner.sentences());
        rows.forEach(sorting::add);
        boolean removing = manner.replace() && sorting.unknown.isEmpty();
        AssortmentTable.Written written =
                table.put(shop, new AssortmentTable.Given(sorting.items, removing, sorting.unsold, sorting.spared));
        if (table.size(shop) > MOST) {
            throw new ProblemException(
                    HttpProblem.INVALID_INPUT, List.of(Violation.keyed("", SENTENCES, "assortment.too-many", MOST)));
        }
        boolean changed = written.removed() > 0 || !written.outcomes().isEmpty();
        long version = before.version() + (changed ? 1 : 0);
        if (changed) {
            tell(shop, new AssortmentTable.Stand(version, written.keysChanged() ? version : before.keysVersion()));
        }
        return new AssortmentTaken(
                before.version(),
                version,
                written.removed(),
                manner.replace() && !removing ? sorting.nothingRemoved() : null,
                sorting.report(written.outcomes()));
    }

    private void tell(String shop, AssortmentTable.Stand stand) {
        table.countUp(shop, stand);
        audit.record("assortment.changed", shop, "assortment/" + shop);
        if (stand.keysVersion() == stand.version()) {
            feed.append(
                    ShopsFeed.NAME,
                    new NewEvent(
                            "nl.etalage.shops.assortment.changed.v1",
                            "assortment/" + shop,
                            new Changed(shop, stand.keysVersion())));
        }
    }

    /** Tells rows to take from rows to refuse. */
    private static final class Sorting {

        private final Sentences sentences;
        private final Map<String, AssortmentItem> items = new LinkedHashMap<>();
        private final Map<String, Integer> rowOf = new LinkedHashMap<>();
        private final Set<String> unsold = new HashSet<>();
        private final Set<String> spared = new HashSet<>();
        private final List<Integer> unknown = new ArrayList<>();
        private final List<Sorted> sorted = new ArrayList<>();

        Sorting(Sentences sentences) {
            this.sentences = sentences;
        }

        /** A row with its key, or with why it isn't taken. */
        private record Sorted(GivenRow row, String key, List<ItemReport.Reason> reasons, ItemReport.Outcome instead) {}

        void add(GivenRow row) {
            if (row.unsold() != null) {
                key(row, reasons(row)).ifPresent(unsold::add);
                sorted.add(new Sorted(row, null, List.of(said(row.unsold())), ItemReport.Outcome.SKIPPED));
                return;
            }
            List<ItemReport.Reason> reasons = reasons(row);
            if (!reasons.isEmpty()) {
                spare(row, reasons);
                sorted.add(new Sorted(row, null, reasons, ItemReport.Outcome.REFUSED));
                return;
            }
            AssortmentItem item = row.item().canonical();
            String key = ItemKey.of(item);
            Integer earlier = rowOf.putIfAbsent(key, row.row());
            if (earlier != null) {
                sorted.add(new Sorted(
                        row, null, List.of(said("", "item.repeated", List.of(earlier))), ItemReport.Outcome.REPEATED));
                return;
            }
            items.put(key, item);
            sorted.add(new Sorted(row, key, List.of(), null));
        }

        /** What was kept of a product stays when its new row can't be taken. */
        private void spare(GivenRow row, List<ItemReport.Reason> reasons) {
            key(row, reasons).ifPresentOrElse(spared::add, () -> unknown.add(row.row()));
        }

        /** By what the product of a row that isn't taken was kept; empty when that may be any. */
        private static Optional<String> key(GivenRow row, List<ItemReport.Reason> reasons) {
            Set<String> wrong = reasons.stream().map(ItemReport.Reason::field).collect(Collectors.toSet());
            return ItemKey.despite(row.item(), wrong);
        }

        String nothingRemoved() {
            return sentences.sentence(SENTENCES, "assortment.nothing-removed", List.of(unknown.get(0)));
        }

        private List<ItemReport.Reason> reasons(GivenRow row) {
            if (row.refusal() != null) {
                return List.of(said(row.refusal()));
            }
            Findings findings = new Findings();
            ItemRules.check(row.item(), findings);
            return findings.found().stream()
                    .map(violation -> new ItemReport.Reason(
                            violation.pointer().replaceFirst("^/", ""), sentences.of(violation.text())))
                    .toList();
        }

        List<ItemReport> report(Map<String, ItemReport.Outcome> outcomes) {
            return sorted.stream().map(row -> report(row, outcomes)).toList();
        }

        private ItemReport report(Sorted row, Map<String, ItemReport.Outcome> outcomes) {
            AssortmentItem item = row.row().item();
            List<ItemReport.Reason> notes =
                    new ArrayList<>(row.row().notes().stream().map(this::said).toList());
            ItemReport.Outcome outcome = row.instead() != null
                    ? row.instead()
                    : outcomes.getOrDefault(row.key(), ItemReport.Outcome.UNCHANGED);
            boolean repeated = outcome == ItemReport.Outcome.REPEATED;
            if (repeated) {
                notes.addAll(row.reasons());
            }
            return new ItemReport(
                    row.row().row(),
                    outcome,
                    item == null ? null : shown(item.sku(), ItemRules.LONGEST_KEY),
                    item == null ? null : shown(item.title(), ItemRules.LONGEST_TITLE),
                    List.copyOf(notes),
                    repeated ? List.of() : row.reasons());
        }

        /** What was refused may be no text at all, such as half a character. */
        private static String shown(String text, int longest) {
            boolean readable = text != null
                    && text.length() <= 2 * longest
                    && text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
            return readable ? text : null;
        }

        private ItemReport.Reason said(GivenRow.Remark remark) {
            return said(remark.field(), remark.key(), remark.arguments());
        }

        private ItemReport.Reason said(String field, String key, List<Object> arguments) {
            return new ItemReport.Reason(field, sentences.sentence(SENTENCES, key, arguments));
        }
    }
}
