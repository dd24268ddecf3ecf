package nl.etalage.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One page of a list.
 *
 * @param items at most the asked limit
 * @param nextPageToken opaque, ask for the next page with it; absent on the last page
 */
public record Page<T>(List<T> items, @JsonInclude(JsonInclude.Include.NON_NULL) String nextPageToken) {

    public Page {
        items = List.copyOf(items);
    }
}
