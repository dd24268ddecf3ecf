package nl.etalage.content.asset;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.HttpHeaders;
import nl.etalage.conditionalupdate.IfNoneMatch;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a reader holds of a file already, and which part is wanted. */
class MediaConditions {

    @HeaderParam(HttpHeaders.IF_NONE_MATCH)
    String ifNoneMatch;

    @HeaderParam("Range")
    @Parameter(description = "One part, such as bytes=0-999.")
    String range;

    @HeaderParam("If-Range")
    @Parameter(description = "The ETag of the version the part must be of; else the whole comes.")
    String ifRange;

    /** Whether the reader holds this version. */
    boolean holds(String tag) {
        return IfNoneMatch.matches(ifNoneMatch, tag);
    }

    /** A part of another version would not fit the parts the reader has; the whole then. */
    ByteRange part(String tag, long size) {
        return ifRange == null || ifRange.equals(tag) ? ByteRange.of(range, size) : null;
    }
}
