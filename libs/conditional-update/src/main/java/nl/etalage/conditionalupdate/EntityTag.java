package nl.etalage.conditionalupdate;

/** The ETag of a resource that counts its versions: {@code "<version>"}. */
public final class EntityTag {

    private EntityTag() {}

    /**
     * The value of the ETag header.
     *
     * @param version version of the resource, 0 or more
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3">RFC 9110, section 8.8.3</a>
     */
    public static String of(long version) {
        return "\"" + version + "\"";
    }
}
