package nl.etalage.scheduling.channel;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.etalage.problem.Sentences;
import nl.etalage.scheduling.export.ExportItem;
import nl.etalage.scheduling.export.ExportKind;
import nl.etalage.scheduling.export.Exported;

/** The channels of a shop in its export, without credentials. */
@ApplicationScoped
class ExportedChannels implements Exported {

    private final ChannelRepository channels;

    ExportedChannels(ChannelRepository channels) {
        this.channels = channels;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.CHANNEL;
    }

    @Override
    public List<ExportItem> read(String shop, String after, int limit, Sentences sentences) {
        return channels.all(shop, Exported.id(after), limit).stream()
                .map(channel -> ExportItem.of(kind(), channel.id(), ChannelView.of(channel, sentences)))
                .toList();
    }
}
