package nl.etalage.demodata.bring;

import java.net.URI;
import java.time.Clock;
import java.util.function.Consumer;
import nl.etalage.demodata.api.Api;
import nl.etalage.demodata.content.Days;
import nl.etalage.demodata.content.DemoFiles;

/** The whole demo, in the order in which one thing needs another. */
public final class Everything {

    private final Api api;
    private final DemoFiles files;
    private final URI standIn;
    private final Days days;

    /** Days are counted from now on {@code clock}. */
    public Everything(Api api, DemoFiles files, URI standIn, Clock clock) {
        this.api = api;
        this.files = files;
        this.standIn = standIn;
        this.days = new Days(clock);
    }

    /** Returns when all is there. */
    public void bring(Consumer<String> progress) {
        Network network = new Network(api, files);
        progress.accept(network.groups());
        progress.accept(network.shops());
        progress.accept(new People(api, files).bring());
        progress.accept(network.webshops());

        Channels channels = new Channels(api, files, standIn);
        progress.accept(channels.bring());

        Stories stories = new Stories(api, files, days);
        progress.accept(stories.bring());
        progress.accept(new Campaign(api, files, days).bring(stories.ids()));
        progress.accept(new Publications(api, files, days).bring(stories.ids(), channels.ids()));
    }
}
