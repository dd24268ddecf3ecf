package nl.etalage.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BadRequestException;
import nl.etalage.conditionalupdate.MergePatch;
import nl.etalage.problem.HttpProblem;

/** Applies merge patches to records; what the result can't hold is answered with a pointer to the place. */
@ApplicationScoped
public class Patched {

    private final ObjectMapper json;

    Patched(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The value with a patch applied.
     *
     * @param within name of the member of the request that holds the patch; empty when the body is the patch
     */
    public <T> T apply(T value, JsonNode patch, String within, Class<T> type) {
        if (patch == null || !patch.isObject()) {
            throw HttpProblem.MALFORMED_JSON.because();
        }
        JsonNode merged = MergePatch.apply(json.valueToTree(value), patch);
        try {
            return json.treeToValue(merged, type);
        } catch (JsonMappingException unfit) {
            if (!within.isEmpty()) {
                unfit.prependPath(value, within);
            }
            throw new BadRequestException(unfit);
        } catch (JsonProcessingException unfit) {
            throw new BadRequestException(unfit);
        }
    }
}
