package nl.etalage.shops.answer;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import nl.etalage.conditionalupdate.EntityTag;
import nl.etalage.conditionalupdate.IfNoneMatch;

/** The answers about one versioned resource. What is answered depends on who asks, so no shared cache may keep it. */
public final class Answers {

    private Answers() {}

    /** 200 with the resource, or 304 when the reader holds this version. */
    public static Response read(String ifNoneMatch, long version, Object view) {
        String tag = EntityTag.of(version);
        Response.ResponseBuilder answer =
                IfNoneMatch.matches(ifNoneMatch, tag) ? Response.notModified() : Response.ok(view);
        return answer.header(HttpHeaders.ETAG, tag).cacheControl(privately()).build();
    }

    /** 201 with the new resource and its address. */
    public static Response created(URI location, long version, Object view) {
        return Response.created(location)
                .header(HttpHeaders.ETAG, EntityTag.of(version))
                .entity(view)
                .build();
    }

    /** 200 with the changed resource. */
    public static Response changed(long version, Object view) {
        return Response.ok(view).header(HttpHeaders.ETAG, EntityTag.of(version)).build();
    }

    private static CacheControl privately() {
        CacheControl cache = new CacheControl();
        cache.setPrivate(true);
        cache.setNoCache(true);
        cache.setNoTransform(false);
        return cache;
    }
}
