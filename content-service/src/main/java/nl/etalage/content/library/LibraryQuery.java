package nl.etalage.content.library;

import jakarta.ws.rs.QueryParam;
import nl.etalage.content.Findings;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What is asked of a shop's library, and in which form. */
public class LibraryQuery extends ShopQuery {

    private static final String SOURCE = "source";

    @QueryParam("view")
    @Parameter(description = "source gives the texts with their merge fields, to those who edit")
    String view;

    @Override
    void check(Findings findings) {
        super.check(findings);
        if (view != null && !SOURCE.equals(view)) {
            findings.add("#view", "choice");
        }
    }

    boolean source() {
        return SOURCE.equals(view);
    }
}
