package nl.etalage.shops.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Decides field by field between what a table says, what an earlier one said, and what the shop says itself. */
final class ThreeWay {

    private final List<String> changed = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();

    /**
     * The value from now on. A table that says nothing changes nothing; what a shop changed itself stays.
     *
     * @param now what the shop says
     * @param before what the last table said; null when there was none, or it said nothing
     * @param wanted what this table says
     */
    String choose(String field, String now, String before, String wanted) {
        if (wanted == null || wanted.equals(now)) {
            return now;
        }
        if (now == null || Objects.equals(now, before)) {
            changed.add(field);
            return wanted;
        }
        kept.add(field);
        return now;
    }

    List<String> changed() {
        return List.copyOf(changed);
    }

    List<String> kept() {
        return List.copyOf(kept);
    }
}
