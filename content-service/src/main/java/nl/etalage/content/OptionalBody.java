package nl.etalage.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BadRequestException;

/**
 * Reads the body of an action that may have none. Programs that send nothing still name all kinds of media types, so
 * such an action takes any and reads what is there as JSON.
 */
@ApplicationScoped
public class OptionalBody {

    private final ObjectMapper json;

    OptionalBody(ObjectMapper json) {
        this.json = json;
    }

    /** What was asked, or the value that stands for an empty body. */
    public <T> T read(String body, Class<T> type, T nothing) {
        if (body == null || body.isBlank()) {
            return nothing;
        }
        try {
            T read = json.readValue(body, type);
            return read == null ? nothing : read;
        } catch (JsonProcessingException unfit) {
            throw new BadRequestException(unfit);
        }
    }
}
