package nl.etalage.shops.assortment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVRecord;

/** Which column stands where. Where several say the same, the first that is filled counts. */
final class ProductHeadings {

    private static final int MOST_UNUSED = 50;
    private static final int LONGEST_UNUSED = 100;

    private final Map<ProductColumn, List<Integer>> places = new EnumMap<>(ProductColumn.class);

    /** Place of an attribute's name to the place of its values. */
    private final Map<Integer, Integer> attributes = new HashMap<>();

    private final List<String> unused = new ArrayList<>();
    private final int width;

    private ProductHeadings(int width) {
        this.width = width;
    }

    /**
     * Reads the first record.
     *
     * @throws nl.etalage.problem.ProblemException 422 when no column says by what a product is known
     */
    static ProductHeadings of(CSVRecord first) {
        ProductHeadings headings = new ProductHeadings(first.size());
        Map<Integer, Integer> names = new HashMap<>();
        for (int place = 0; place < first.size(); place++) {
            String heading = first.get(place);
            Optional<ProductColumn> column = ProductColumn.of(heading);
            if (column.isEmpty()) {
                headings.leaveOut(heading);
                continue;
            }
            headings.places
                    .computeIfAbsent(column.get(), any -> new ArrayList<>())
                    .add(place);
            if (column.get() == ProductColumn.ATTRIBUTE_NAME) {
                names.put(ProductColumn.attributeNumber(heading), place);
            } else if (column.get() == ProductColumn.ATTRIBUTE_VALUE) {
                Integer name = names.get(ProductColumn.attributeNumber(heading));
                headings.attributes.put(name == null ? -1 : name, place);
            }
        }
        if (!headings.tellsProductsApart()) {
            throw ProductTable.unreadable("table.no-product");
        }
        return headings;
    }

    private void leaveOut(String heading) {
        if (!heading.isBlank() && unused.size() < MOST_UNUSED) {
            String line = heading.replaceAll("\\s+", " ");
            unused.add(line.substring(0, Math.min(line.length(), LONGEST_UNUSED)));
        }
    }

    private boolean tellsProductsApart() {
        return places.keySet().stream().anyMatch(column -> switch (column) {
            case GTIN, SKU, ID, BRAND, BRANDS, SUPPLIER, HANDLE -> true;
            default -> false;
        });
    }

    /** Headings of columns we have no use for, at most {@value #MOST_UNUSED}. */
    List<String> unused() {
        return List.copyOf(unused);
    }

    /** Cells of a whole row. */
    int width() {
        return width;
    }

    boolean has(ProductColumn column) {
        return places.containsKey(column);
    }

    /** The first cell that is filled; null when none is. */
    String cell(CSVRecord row, ProductColumn column) {
        return cells(row, column).stream().findFirst().orElse(null);
    }

    /** The cells that are filled. */
    List<String> cells(CSVRecord row, ProductColumn column) {
        return places.getOrDefault(column, List.of()).stream()
                .map(place -> cell(row, place))
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    private static String cell(CSVRecord row, int place) {
        return place < row.size() ? SpreadsheetCell.unguarded(row.get(place).strip()) : "";
    }

    /** What the first attribute of such a name says; null when none says anything. */
    String attribute(CSVRecord row, Predicate<String> wanted) {
        for (int name : places.getOrDefault(ProductColumn.ATTRIBUTE_NAME, List.of())) {
            Integer values = attributes.get(name);
            if (values != null
                    && wanted.test(cell(row, name))
                    && !cell(row, values).isEmpty()) {
                return cell(row, values);
            }
        }
        return null;
    }
}
