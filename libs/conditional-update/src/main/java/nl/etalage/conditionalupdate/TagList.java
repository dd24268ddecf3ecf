package nl.etalage.conditionalupdate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The entity tags of an If-Match or If-None-Match header, with their {@code W/} where they are weak. */
final class TagList {

    static final String WEAK = "W/";

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*+\"");

    private TagList() {}

    static boolean any(String header) {
        return header.strip().equals("*");
    }

    static List<String> of(String header) {
        List<String> tags = new ArrayList<>();
        Matcher matcher = TAG.matcher(header);
        while (matcher.find()) {
            tags.add(matcher.group());
        }
        return tags;
    }
}
