package nl.etalage.content.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a text that each shop fills with its own value, written <code>{{shop.name}}</code>.
 *
 * @param name such as {@code shop.name}: a namespace and a name, letters and digits
 */
public record MergeField(String name) {

    /** Spaces inside the braces are forgiven. */
    static final Pattern WRITTEN =
            Pattern.compile("\\{\\{ {0,3}([a-z][A-Za-z0-9]{0,30}(?:\\.[A-Za-z0-9-]{1,60}){1,3}) {0,3}}}");

    private static final String OPENING = "{{";

    public MergeField {
        if (!WRITTEN.matcher("{{" + name + "}}").matches()) {
            throw new IllegalArgumentException("Not a merge field: " + name);
        }
    }

    /** The fields in a text, in order, repeated ones too. */
    public static List<MergeField> in(String text) {
        List<MergeField> fields = new ArrayList<>();
        Matcher matcher = WRITTEN.matcher(text);
        while (matcher.find()) {
            fields.add(new MergeField(matcher.group(1)));
        }
        return fields;
    }

    /** Whether a text has double braces that are no field; these would be published as they stand. */
    public static boolean malformedIn(String text) {
        return WRITTEN.matcher(text).replaceAll("").contains(OPENING);
    }
}
