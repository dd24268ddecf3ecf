package nl.etalage.content.rendering;

/** A link in which a publication can be recognised. */
final class MarkedLink {

    private MarkedLink() {}

    /** The link with the reference as {@code utm_content}; a fragment stays at the end. */
    static String of(String link, String reference) {
        if (link == null || reference == null) {
            return link;
        }
        int hash = link.indexOf('#');
        String address = hash < 0 ? link : link.substring(0, hash);
        String fragment = hash < 0 ? "" : link.substring(hash);
        return address + (address.contains("?") ? "&" : "?") + "utm_content=" + reference + fragment;
    }
}
