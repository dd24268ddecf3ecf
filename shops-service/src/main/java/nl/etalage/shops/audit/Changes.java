package nl.etalage.shops.audit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Which parts of a record changed: names only, for the audit trail keeps no content. */
public final class Changes {

    private Changes() {}

    /** Names of the components that differ, in their order; the version is none of them. */
    public static <T extends Record> List<String> between(T before, T after) {
        return Arrays.stream(before.getClass().getRecordComponents())
                .filter(part -> !part.getName().equals("version"))
                .filter(part -> !Objects.equals(value(part, before), value(part, after)))
                .map(RecordComponent::getName)
                .toList();
    }

    private static Object value(RecordComponent part, Record record) {
        try {
            return part.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException unreadable) {
            throw new IllegalStateException("A record can't be compared", unreadable);
        }
    }
}
