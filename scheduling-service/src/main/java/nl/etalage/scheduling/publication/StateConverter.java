package nl.etalage.scheduling.publication;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores a state by its word in the API, which is also what the workers' SQL says. */
@Converter(autoApply = true)
public class StateConverter implements AttributeConverter<PublicationState, String> {

    @Override
    public String convertToDatabaseColumn(PublicationState state) {
        return state == null ? null : state.word();
    }

    @Override
    public PublicationState convertToEntityAttribute(String word) {
        return word == null ? null : PublicationState.of(word);
    }
}
