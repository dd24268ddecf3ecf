package nl.etalage.scheduling.platform;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores a platform by its word in the API. */
@Converter(autoApply = true)
public class PlatformConverter implements AttributeConverter<PlatformName, String> {

    @Override
    public String convertToDatabaseColumn(PlatformName platform) {
        return platform == null ? null : platform.word();
    }

    @Override
    public PlatformName convertToEntityAttribute(String word) {
        return word == null ? null : PlatformName.of(word);
    }
}
