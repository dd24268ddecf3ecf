package nl.etalage.conditionalupdate;

import nl.etalage.problem.HttpProblem;

/** Guards a change against overwriting somebody else's. */
public final class IfMatch {

    private IfMatch() {}

    /**
     * Lets a change pass only when the caller has seen the present version.
     *
     * @param header value of If-Match; null is answered with 428
     * @param version present version of the resource; a header that doesn't name it is answered with 412. Weak tags
     *     never match
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.1.1">RFC 9110, section 13.1.1</a>
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6585#section-3">RFC 6585, section 3</a>
     */
    public static void require(String header, long version) {
        if (header == null || header.isBlank()) {
            throw HttpProblem.VERSION_REQUIRED.because();
        }
        if (!TagList.any(header) && !TagList.of(header).contains(EntityTag.of(version))) {
            throw HttpProblem.VERSION_OUTDATED.because().with("version", version);
        }
    }
}
