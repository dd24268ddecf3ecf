package nl.etalage.scheduling.publication;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** Stores a removal's status by its word in the API. */
@Converter(autoApply = true)
public class RemovalConverter implements AttributeConverter<RemovalStatus, String> {

    @Override
    public String convertToDatabaseColumn(RemovalStatus status) {
        return status == null ? null : status.word();
    }

    @Override
    public RemovalStatus convertToEntityAttribute(String word) {
        return word == null ? null : RemovalStatus.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
