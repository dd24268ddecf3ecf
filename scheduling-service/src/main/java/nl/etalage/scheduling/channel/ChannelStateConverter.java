package nl.etalage.scheduling.channel;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores a channel's state by its word in the API. */
@Converter(autoApply = true)
public class ChannelStateConverter implements AttributeConverter<ChannelState, String> {

    @Override
    public String convertToDatabaseColumn(ChannelState state) {
        return state == null ? null : state.word();
    }

    @Override
    public ChannelState convertToEntityAttribute(String word) {
        return word == null ? null : ChannelState.of(word);
    }
}
