package nl.etalage.standin.post;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Who may see a post. */
public enum Visibility {
    PUBLIC,
    UNLISTED,
    PRIVATE,
    DIRECT;

    /** @throws IllegalArgumentException when there is no such visibility */
    @JsonCreator
    public static Visibility named(String name) {
        return Arrays.stream(values())
                .filter(value -> value.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no visibility named " + name));
    }

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it shows to callers without a token. */
    public boolean open() {
        return this == PUBLIC || this == UNLISTED;
    }
}
