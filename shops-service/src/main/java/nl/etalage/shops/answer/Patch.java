package nl.etalage.shops.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import nl.etalage.conditionalupdate.MergePatch;
import nl.etalage.shops.validation.Findings;

/** Reads a merge patch as what the resource would become. */
@ApplicationScoped
public class Patch {

    private final ObjectMapper json;

    Patch(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The document after the patch; its rules are still to be checked.
     *
     * @throws JsonProcessingException when a field is unknown or of the wrong type; answered with a pointer to it
     */
    public <T> T apply(T document, JsonNode patch, Class<T> type) throws JsonProcessingException {
        Findings.body(patch);
        return json.treeToValue(MergePatch.apply(json.valueToTree(document), patch), type);
    }
}
