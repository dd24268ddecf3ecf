package nl.etalage.testing.access;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one case was answered, by caller and target; finds where answers differ that must be alike. */
final class AccessRow {

    private final boolean untargeted;
    private final Map<String, Map<Whose, AccessAnswer>> columns = new LinkedHashMap<>();
    private final Map<String, Map<Whose, AccessAnswer>> kinds = new LinkedHashMap<>();
    private final List<String> deviations = new ArrayList<>();

    AccessRow(boolean untargeted) {
        this.untargeted = untargeted;
    }

    void add(String column, String kind, Whose whose, AccessAnswer answer) {
        kinds.computeIfAbsent(kind, name -> new EnumMap<>(Whose.class)).put(whose, answer);
        AccessAnswer first = columns.computeIfAbsent(column, name -> new EnumMap<>(Whose.class))
                .putIfAbsent(whose, answer);
        if (first != null && !first.like(answer)) {
            deviation("%s (%s) is answered %s, others in the column %s: %s"
                    .formatted(kind, whose, answer, column, first));
        }
        if (answer.status() >= 500) {
            deviation("%s (%s) is answered %s".formatted(kind, whose, answer));
        }
        if (whose == Whose.ABSENT && !AccessCallers.CENTRAL.contains(column)) {
            compare(kind, kinds.get(kind).get(Whose.FOREIGN), answer);
        }
    }

    void deviation(String sentence) {
        deviations.add(sentence);
    }

    /** What differs that must be alike, whatever the table says. */
    List<String> deviations() {
        return List.copyOf(deviations);
    }

    /** The row of the table that fits. */
    String written(String name, List<String> order) {
        String notFound = notFound();
        List<String> cells = new ArrayList<>(List.of(AccessTable.title(name)));
        for (String column : order) {
            List<String> answers = columns.get(column).values().stream()
                    .map(answer -> answer.cell(notFound))
                    .toList();
            boolean alike = untargeted || answers.stream().distinct().count() == 1;
            cells.add(alike ? answers.get(0) : String.join(" · ", answers));
        }
        cells.add(notFound);
        return AccessTable.row(cells).replaceAll(" +\\|", " |");
    }

    /** Someone else's must look like nothing, unless the table openly says that it may be seen. */
    private void compare(String kind, AccessAnswer foreign, AccessAnswer absent) {
        boolean openly = !foreign.refused() && absent.refused();
        if (!openly && !foreign.same(absent)) {
            deviation(kind + " can tell another's from nothing at all:\n  " + foreign + "\n  " + absent);
        }
    }

    /** The commonest problem of this row's 404s; empty when it has none. */
    private String notFound() {
        return columns.values().stream()
                .flatMap(answers -> answers.values().stream())
                .flatMap(answer -> answer.status() == 404 ? Stream.of(answer.problem()) : Stream.of())
                .collect(Collectors.groupingBy(problem -> problem, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Comparator.comparing((Map.Entry<String, Long> entry) -> entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
